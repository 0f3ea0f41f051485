/**
 * Writes files into a folder of the disk, all or none: new files are staged there and replace the old ones by
 * renaming, with the same permissions. If a file cannot be replaced, all old files are restored. If the
 * process is killed meanwhile, the next one that works there replaces the rest (`journal.ts`).
 */
import {
  chmodSync,
  copyFileSync,
  linkSync,
  mkdirSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  type Stats,
  statSync,
} from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, sep } from 'node:path'
import type { FileChanges, Writing } from './host.ts'
import { beginJournal, type Journal, needsRecovery, type Rename, recover } from './journal.ts'
import { realTarget } from './real-target.ts'
import { beforeEnd, holdSignals } from './signals.ts'
import { makeStaging, sweep } from './staging.ts'

/** The permission bits of a file's mode. */
const permissions = 0o7777

/** A file that is replaced, made or removed. */
interface Change {
  readonly target: string
  /** The staged new file; undefined if the file is removed. */
  readonly made: string | undefined
  /** The place where the old file is kept until all is done. */
  readonly kept: string
}

export function openWriting(path: string): Writing {
  const folder = realTarget(path)
  const made = makeFolders(folder)
  const stagings = new Map<string, string>()
  const changes: Change[] = []
  let count = 0
  const clear = () => {
    for (const staging of stagings.values()) rmSync(staging, { recursive: true, force: true })
    removeEmpty(made)
  }
  const release = beforeEnd(clear)
  const stagingIn = (place: string) => {
    const staging = stagings.get(place) ?? makeStaging(place)
    stagings.set(place, staging)
    return staging
  }
  return {
    async add(files) {
      for (const [name, data] of files) {
        const target = realTarget(join(folder, name))
        // A link may lead to another file system, where nothing can be renamed to.
        const staging = stagingIn(target.startsWith(join(folder, sep)) ? folder : dirname(target))
        const number = count++
        const file = data && join(staging, `new ${number}`)
        if (file !== undefined) await writeFile(file, data ?? '').catch(error => rethrow(error, target))
        changes.push({ target, made: file, kept: join(staging, `old ${number}`) })
      }
    },
    async commit() {
      release()
      const signals = holdSignals()
      try {
        const staging = stagingIn(folder)
        const journal = await beginJournal(folder, staging, changes.map(forward), signals.isHeld)
        replaceAll(changes, journal, made)
        clear()
        for (const place of stagings.keys()) sweep(place)
      } catch (error) {
        // Else the old files are in the staging folder; the next process restores them.
        if (!(error instanceof UnrestoredError)) clear()
        throw error
      } finally {
        await signals.release()
      }
    },
    discard() {
      release()
      clear()
    },
  }
}

/** A full disk gives no path. */
function rethrow(error: NodeJS.ErrnoException, path: string): never {
  if (error.path === undefined) error.message += ` '${path}'`
  throw error
}

/** Writes files, or removes those without data. */
export async function writeFiles(folder: string, files: FileChanges): Promise<void> {
  const writing = openWriting(folder)
  try {
    await writing.add(files)
  } catch (error) {
    writing.discard()
    throw error
  }
  await writing.commit()
}

/**
 * Completes what a killed process has left in a folder of outputs, and removes its temporary folders there
 * and in the temporary folder of the system. Never throws. `path`: absolute; it may be missing.
 */
export function tidyFolder(path: string): void {
  sweep(tmpdir())
  try {
    if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return
    const folder = realpathSync(path)
    if (needsRecovery(folder)) recoverIn(folder)
    sweep(folder)
  } catch {
    // A folder that cannot be changed is reported when files are written into it.
  }
}

function recoverIn(folder: string): void {
  const staging = makeStaging(folder)
  try {
    recover(folder, staging)
  } finally {
    rmSync(staging, { recursive: true, force: true })
  }
}

function forward({ made, target, kept }: Change): Rename {
  return made === undefined ? { from: target, to: kept } : { from: made, to: target }
}

/** Some of the old files could not be restored. */
class UnrestoredError extends Error {
  readonly remedy =
    'Close the files of the output folder in other programs and build again: that restores the old files first.'
}

/**
 * Replaces all files, and ends the journal. Synchronous, so that no signal handler can run between two files.
 * Each path has its old or its new file at every moment. `folders`: collects the folders that are made.
 */
function replaceAll(changes: readonly Change[], journal: Journal, folders: string[]): void {
  const undo: Rename[] = []
  try {
    for (const change of changes) replace(change, undo, folders)
  } catch (error) {
    restore(undo.reverse(), journal, error)
    journal.end()
    throw error
  }
  journal.end()
}

/** Replaces or removes one file. `undo`: collects what restores the old files. */
function replace({ made, target, kept }: Change, undo: Rename[], folders: string[]): void {
  const old = oldFile(target)
  if (made === undefined) {
    if (!old) return
    renameSync(target, kept)
    undo.push({ from: kept, to: target })
    return
  }
  folders.push(...makeFolders(dirname(target)))
  if (old) {
    keep(target, kept, old)
    undo.push({ from: kept, to: target })
    chmodSync(made, old.mode & permissions)
  }
  renameSync(made, target)
  if (!old) undo.push({ from: target, to: made })
}

/** `cause`: why the old files are restored. */
function restore(renames: readonly Rename[], journal: Journal, cause: unknown): void {
  try {
    journal.rewrite(renames)
  } catch {
    // The disk may be full. If this process is killed now, too, the next one would go on with the new files.
  }
  const failures: unknown[] = []
  for (const { from, to } of renames) {
    try {
      renameSync(from, to)
    } catch (error) {
      failures.push(error)
    }
  }
  const [failure] = failures
  if (failure instanceof Error) throw new UnrestoredError(failure.message, { cause })
}

/** Facts about the old file, if there is one. Throws if something else is in its place. */
function oldFile(path: string): Stats | undefined {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (!stats || stats.isFile()) return stats
  const [code, what] = stats.isDirectory() ? ['EISDIR', 'a folder'] : ['EINVAL', 'no regular file']
  const remedy = 'Move it away, or write the files into another folder.'
  const reason = `${code}: ${what} is in the place of the file, ${path}`
  throw Object.assign(new Error(reason), { code, syscall: 'rename', remedy })
}

/** Keeps the old file, by a second name if possible, so that it stays in its place. */
function keep(from: string, to: string, { mode }: Stats): void {
  try {
    linkSync(from, to)
    return
  } catch {
    // Not all file systems have links, and not all files may be linked.
  }
  try {
    copyFileSync(from, to)
    chmodSync(to, mode & permissions)
  } catch {
    renameSync(from, to)
  }
}

/** Makes a folder and those above it. Returns those that were missing, outermost first. */
function makeFolders(path: string): string[] {
  const made: string[] = []
  const first = mkdirSync(path, { recursive: true })
  if (first === undefined) return made
  for (let at = path; ; at = dirname(at)) {
    made.unshift(at)
    if (at === first || at === dirname(at)) return made
  }
}

/** Removes folders that were made for nothing. Another process may have put files into them meanwhile. */
function removeEmpty(folders: readonly string[]): void {
  for (const path of folders.toReversed()) {
    try {
      rmdirSync(path)
    } catch {
      return
    }
  }
}
