/**
 * The host of real use: the file system and the clock. Writing is all or nothing: the new files are
 * staged beside the old ones and take their places by renaming; if one cannot, the old ones come back.
 */
import { mkdirSync, mkdtempSync, renameSync, rmSync, statSync } from 'node:fs'
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Host } from './host.ts'

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
    const staging = mkdtempSync(join(folder, '.offprint-'))
    try {
      const names = [...files.keys()]
      for (const [index, data] of [...files.values()].entries())
        await writeFile(join(staging, `new ${index}`), data)
      replaceAll(folder, staging, names)
    } finally {
      rmSync(staging, { recursive: true, force: true })
    }
  },
  now: () => new Date(),
}

/** Synchronous, so that no signal handler of ours can run between two files. */
function replaceAll(folder: string, staging: string, names: readonly string[]): void {
  const undo: (() => void)[] = []
  try {
    for (const [index, name] of names.entries()) {
      const target = join(folder, name)
      const kept = join(staging, `old ${index}`)
      const made = mkdirSync(dirname(target), { recursive: true })
      if (made !== undefined) undo.push(() => rmSync(made, { recursive: true }))
      if (renameIfThere(target, kept)) undo.push(() => renameSync(kept, target))
      renameSync(join(staging, `new ${index}`), target)
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
