/**
 * The real host: the file system and the clock. Writing is all or nothing: new files are staged beside the
 * old ones and replace them by renaming, with the same permissions. If a file cannot be replaced, all old
 * files are restored.
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
import { mkdir, readdir, realpath, stat, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { Host } from './host.ts'
import { slashed } from './paths.ts'
import { readRegularFile, refusing } from './read-file.ts'

/** The permission bits of a file's mode. */
const permissions = 0o7777

export const diskHost: Host = {
  async read(path) {
    return await unlessMissing(readRegularFile(path))
  },
  async realPath(path) {
    const real = await unlessMissing(refusing(path, realpath(path)))
    return real === undefined ? undefined : slashed(real)
  },
  refusal: () => undefined,
  async list(folder) {
    const entries = await unlessMissing(refusing(folder, readdir(folder, { withFileTypes: true })))
    const names = entries?.map(async entry => {
      // A link that leads nowhere is no folder; who reads it hears why.
      const isFolder = entry.isSymbolicLink()
        ? (await stat(join(folder, entry.name)).catch(() => undefined))?.isDirectory()
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
      for (const path of made) rmSync(path, { recursive: true, force: true })
      throw error
    } finally {
      for (const staging of stagings.values()) rmSync(staging, { recursive: true, force: true })
    }
  },
  now: () => new Date(),
}

/**
 * The paths for replacing one file: the staged new file, the file to replace, and the place where the old
 * file is kept until all files are replaced. All three are in one file system.
 */
interface Move {
  readonly made: string
  readonly target: string
  readonly kept: string
}

/** The file that a symbolic link leads to, even if it does not exist yet; so writing keeps the link. */
function realTarget(path: string): string {
  try {
    return lstatSync(path).isSymbolicLink() ? realTarget(resolve(dirname(path), readlinkSync(path))) : path
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return path
    throw error
  }
}

/** Replaces all files. Synchronous, so that no signal handler can run between two files. */
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

/** Renames a file if it exists. Returns whether it exists. Throws if a folder is in its place. */
function renameIfThere(from: string, to: string): boolean {
  try {
    if (statSync(from).isDirectory()) {
      const reason = `EISDIR: a folder is in the place of the file, ${from}`
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

/** True if there is no such file, also because a part of the path is a file or the path is a folder. */
function isMissing(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR', 'EISDIR'].includes(codeOf(error))
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
