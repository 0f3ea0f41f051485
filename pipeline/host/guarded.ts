/**
 * A host for what a stranger's manuscript names: it reads inside of some folders only, also where a symbolic
 * link leads out, and remembers what it did not read and why.
 */
import { type Host, type Refusal, RefusedFile } from './host.ts'
import { basename, dirname, isBelow, resolve } from './paths.ts'

export interface Guard {
  /** Absolute paths of folders whose files are read, or of single files. */
  readonly folders: readonly string[]
  /** Names of files that are also read in the folders around these: the settings of a project. */
  readonly above?: readonly string[]
}

export interface GuardedHost extends Host {
  /** What was refused inside of the folders since the last call, and whose reason nobody has asked for. */
  takeUntold(): ReadonlyMap<string, Refusal>
}

const outside: Refusal = {
  reason: 'it is outside of the folder of the manuscript and of its repository',
  note: 'Put the file beside the manuscript. If you trust the manuscript, allow the folder by --read-from, or all files by --trust.',
}

export function guardedHost(host: Host, { folders, above = [] }: Guard): GuardedHost {
  const refusals = new Map<string, Refusal>()
  const untold = new Map<string, Refusal>()
  const isIn = (path: string, roots: readonly string[]) => roots.some(root => isBelow(path, root))
  const isAround = (folder: string) => folders.some(inner => isBelow(inner, folder))
  const isSettingsAbove = (path: string) =>
    above.includes(basename(path)) && isAround(dirname(path)) && !isIn(resolve(path), folders)
  let known: Promise<readonly string[]> | undefined
  const roots = () => {
    known ??= Promise.all(folders.map(async folder => (await host.realPath(folder)) ?? folder))
    return known
  }

  /** Does `work` with the real path of something that may be read. */
  const allowed = async <T>(path: string, work: (real: string) => Promise<T | undefined>) => {
    try {
      // What is outside by its name is not even looked for: nothing shows whether it exists.
      if (!isIn(resolve(path), [...folders, ...(await roots())])) throw new RefusedFile(path, outside)
      const real = await host.realPath(path)
      if (real === undefined) return undefined
      if (!isIn(real, await roots())) throw new RefusedFile(path, outside)
      return await work(real)
    } catch (error) {
      if (!(error instanceof RefusedFile)) throw error
      refusals.set(path, error)
      // Offprint itself asks for files in other folders, such as a journal beside a journal.
      if (isIn(resolve(path), folders)) untold.set(path, error)
      return undefined
    }
  }
  /** Reads settings above, unless a link leads out of their folder: it may be a stranger's, too. */
  const readSettings = async (path: string) => {
    const [real, folder] = await Promise.all([host.realPath(path), host.realPath(dirname(path))])
    if (real === undefined || folder === undefined) return undefined
    if (isBelow(real, folder)) return await host.read(real)
    refusals.set(path, outside)
    untold.set(path, outside)
    return undefined
  }
  return {
    ...host,
    async read(path) {
      return isSettingsAbove(path)
        ? await readSettings(path)
        : await allowed(path, async real => await host.read(real))
    },
    async list(folder) {
      return isAround(folder)
        ? await host.list(folder)
        : await allowed(folder, async real => await host.list(real))
    },
    refusal(path) {
      untold.delete(path)
      return refusals.get(path)
    },
    takeUntold() {
      const taken = new Map(untold)
      untold.clear()
      return taken
    },
  }
}
