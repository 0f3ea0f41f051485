/**
 * The host of real use: the file system and the clock. Writing is all or nothing: the new files are
 * staged beside the old ones and take their places, with the rights of the old, by renaming; if one cannot, the old ones
 * come back.
 */
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { Host } from './host.ts'

/** Of a file's mode: who may do what. */
const permissions = 0o7777

export const diskHost: Host = {
  async read(path) {
    return await unlessMissing(readFile(path))
  },
  async list(folder) {
    const entries = await unlessMissing(readdir(folder, { withFileTypes: true }))
    const names = entries?.map(async entry => {
      const isFolder = entry.isSymbolicLink()
        ? (await unlessMissing(stat(join(folder, entry.name))))?.isDirectory()
        : entry.isDirectory()
      return isFolder ? `${entry.name}/` : entry.name
    })
    return names && (await Promise.all(names)).sort()
  },
  async write(folder, files) {
    await mkdir(folder, { recursive: true })
    const stagings = new Map<string, string>()
    const moves: Move[] = []
    const made: string[] = []
    try {
      for (const [name, data] of files) {
        const target = realTarget(join(folder, name))
        const place = dirname(target)
        const first = mkdirSync(place, { recursive: true })
        if (first !== undefined) made.push(first)
        const staging = stagings.get(place) ?? mkdtempSync(join(place, '.offprint-'))
        stagings.set(place, staging)
        const file = join(staging, `new ${moves.length}`)
        await writeFile(file, data)
        moves.push({ made: file, target, kept: join(staging, `old ${moves.length}`) })
      }
      replaceAll(moves)
    } catch (error) {
      for (const one of made) rmSync(one, { recursive: true, force: true })
      throw error
    } finally {
      for (const staging of stagings.values()) rmSync(staging, { recursive: true, force: true })
    }
  },
  now: () => new Date(),
}

/** Paths of a new file, where it goes, and where the old one waits meanwhile; all in one file system. */
interface Move {
  readonly made: string
  readonly target: string
  readonly kept: string
}

/** A symbolic link stays one: what it leads to is written, also where that is not there yet. */
function realTarget(path: string): string {
  try {
    return lstatSync(path).isSymbolicLink() ? realTarget(resolve(dirname(path), readlinkSync(path))) : path
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return path
    throw error
  }
}

/** Synchronous, so that no signal handler of ours can run between two files. */
function replaceAll(moves: readonly Move[]): void {
  const undo: (() => void)[] = []
  try {
    for (const { made, target, kept } of moves) {
      const isThere = renameIfThere(target, kept)
      if (isThere) {
        undo.push(() => renameSync(kept, target))
        chmodSync(made, statSync(kept).mode & permissions)
      }
      renameSync(made, target)
      undo.push(() => rmSync(target))
    }
  } catch (error) {
    for (const step of undo.reverse()) step()
    throw error
  }
}

/** A folder in the place of a file is not ours to move: it throws. */
function renameIfThere(from: string, to: string): boolean {
  try {
    if (statSync(from).isDirectory()) {
      const reason = `EISDIR: a folder stands where the file should go, ${from}`
      throw Object.assign(new Error(reason), { code: 'EISDIR', syscall: 'rename' })
    }
    renameSync(from, to)
    return true
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false
    throw error
  }
}

async function unlessMissing<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

/** Also where a part of the path is a file, or the path is a folder. */
function isMissing(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR', 'EISDIR'].includes(codeOf(error))
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
