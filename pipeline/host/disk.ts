/** The real host: the file system and the clock. */
import { readdir, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Host } from './host.ts'
import { slashed } from './paths.ts'
import { readRegularFile, refusing } from './read-file.ts'
import { realTarget } from './real-target.ts'
import { openWriting, tidyFolder, writeFiles } from './writing.ts'

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
  write: writeFiles,
  async gather(folder) {
    // A host may be this one but for its `write`.
    return this.write === writeFiles ? openWriting(folder) : undefined
  },
  async writingTarget(path) {
    const target = Promise.resolve().then(() => realTarget(path))
    return slashed(await refusing(path, target))
  },
  tidy: async folder => tidyFolder(folder),
  now: () => new Date(),
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
