/**
 * The journal of a folder: the list of the files that a process is replacing there. It is made before the
 * first file is replaced and removed after the last. While it exists, no other process replaces files in the
 * folder; if its process has been killed, the next one does the rest. So a folder never keeps old and new
 * files side by side.
 *
 * The journal is `.offprint-journal`, made by `link`, which fails if it exists. A stranger may have written
 * one: it moves nothing but files inside of its own folder.
 */
import {
  closeSync,
  constants,
  fstatSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { ownerName, ownerState } from './owner.ts'
import { realTarget } from './real-target.ts'
import { stagingOwner } from './staging.ts'

/** A file and its new path. Done twice, it is the same as done once. */
export interface Rename {
  readonly from: string
  readonly to: string
}

export interface Journal {
  /** Replaces what is to be done if this process is killed. */
  rewrite(renames: readonly Rename[]): void
  end(): void
}

interface FoundJournal {
  readonly text: string
  readonly owner: string
  readonly renames: readonly Rename[]
}

const journalName = '.offprint-journal'
/** The file of a process that does what a killed one has left to do. */
const recoveryName = '.offprint-recovery'
/** How long to wait for a process that replaces files, in ms. It takes a few milliseconds. */
const patience = 10_000
/** A journal of another computer is abandoned if it is older than this, in ms. */
const abandonedAge = 600_000
/** Where files cannot be linked, a journal is empty for a moment while it is written, in ms. */
const writingTime = 2000
const largestJournal = 10e6

/**
 * Begins the journal of a folder, as soon as no other process has one there. `folder`: without symbolic
 * links; `staging`: a folder of this process in it. Throws EBUSY if that takes long, or EINTR when
 * `isStopped` says so.
 */
export async function beginJournal(
  folder: string,
  staging: string,
  renames: readonly Rename[],
  isStopped: () => boolean,
): Promise<Journal> {
  const path = join(folder, journalName)
  const draft = join(staging, 'journal')
  let text = journalText(folder, renames)
  writeFileSync(draft, text)
  for (const start = Date.now(); !linkUnlessThere(draft, path); await wait(3)) {
    recover(folder, staging)
    if (isStopped()) throw failure('EINTR', `the writing into ${folder} was interrupted`, 'Build it again.')
    if (Date.now() - start < patience) continue
    const remedy = `Wait until it has ended. If there is none, remove ${path}.`
    throw failure('EBUSY', `another process is writing into the folder ${folder}`, remedy)
  }
  return {
    rewrite(others) {
      text = journalText(folder, others)
      // Not the draft: the journal is a second name of it.
      const other = join(staging, 'other journal')
      writeFileSync(other, text)
      renameSync(other, path)
    },
    end() {
      if (contentOf(path) === text) rmSync(path, { force: true })
    },
  }
}

/** True if a process has begun a journal in a folder, or has begun to recover one. */
export function needsRecovery(folder: string): boolean {
  return [journalName, recoveryName].some(name => lstatSync(join(folder, name), { throwIfNoEntry: false }))
}

/**
 * Does the rest of what a killed process was doing in a folder. `folder`: without symbolic links; `staging`:
 * a folder of this process in it.
 */
export function recover(folder: string, staging: string): void {
  const path = join(folder, journalName)
  const claim = join(folder, recoveryName)
  const found = journalAt(path)
  if (found === undefined && !isAtWork(contentOf(claim) ?? '', claim)) rmSync(claim, { force: true })
  if (found === undefined || isAtWork(found.owner, path)) return
  const draft = join(staging, 'recovery')
  writeFileSync(draft, ownerName())
  if (!linkUnlessThere(draft, claim)) {
    if (isAtWork(contentOf(claim) ?? '', claim)) return
    renameSync(draft, claim)
  }
  // Another process may have done it meanwhile, and have begun a journal of its own.
  if (contentOf(path) === found.text) {
    for (const rename of found.renames) perform(rename, folder, found.owner)
    rmSync(path, { force: true })
  }
  rmSync(claim, { force: true })
}

function perform({ from, to }: Rename, folder: string, owner: string): void {
  const paths = { from: resolve(folder, from), to: resolve(folder, to) }
  try {
    if (!isOwn(paths, folder, owner) || !lstatSync(paths.from).isFile()) return
    mkdirSync(dirname(paths.to), { recursive: true })
    renameSync(paths.from, paths.to)
  } catch {
    // The file was renamed already, or its folder is gone.
  }
}

/**
 * True for files between a staging folder of the owner and the folder that it is in. Nothing is renamed
 * through symbolic links.
 */
function isOwn({ from, to }: Rename, folder: string, owner: string): boolean {
  const isStaged = stagingOwner(basename(dirname(from))) === owner
  const [staged, file] = isStaged ? [from, to] : [to, from]
  if (stagingOwner(basename(dirname(staged))) !== owner) return false
  const place = dirname(dirname(staged))
  if (place === folder ? !file.startsWith(join(folder, sep)) : dirname(file) !== place) return false
  return [staged, file].every(path => realTarget(dirname(path)) === dirname(path))
}

/** Gives a file a second name, and says whether the name was free. Without links, a copy is made. */
function linkUnlessThere(draft: string, path: string): boolean {
  try {
    linkSync(draft, path)
    return true
  } catch (error) {
    if (isTaken(error, path)) return false
  }
  try {
    writeFileSync(path, readFileSync(draft), { flag: 'wx' })
    return true
  } catch (error) {
    if (isTaken(error, path)) return false
    throw error
  }
}

function isTaken(error: unknown, path: string): boolean {
  if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) return false
  if (!lstatSync(path, { throwIfNoEntry: false })?.isDirectory()) return true
  throw failure('EISDIR', `a folder is in the place of the file ${path}`, 'Remove the folder.')
}

function isAtWork(owner: string, path: string): boolean {
  const state = owner === '' ? 'unknown' : ownerState(owner)
  const age = Date.now() - (lstatSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0)
  return state === 'alive' || (state === 'unknown' && age < (owner === '' ? writingTime : abandonedAge))
}

function journalText(folder: string, renames: readonly Rename[]): string {
  // Inside of the folder by relative paths: the folder may have another path for the next process.
  const inFolder = (path: string) => (path.startsWith(join(folder, sep)) ? relative(folder, path) : path)
  return JSON.stringify({
    owner: ownerName(),
    nonce: `${process.hrtime.bigint()}`,
    renames: renames.map(({ from, to }) => ({ from: inFolder(from), to: inFolder(to) })),
  })
}

/** The journal at a path; undefined if there is none. What is no journal of ours has no owner. */
function journalAt(path: string): FoundJournal | undefined {
  const text = contentOf(path)
  if (text === undefined) {
    // A link or a pipe that a stranger has put there.
    const stats = lstatSync(path, { throwIfNoEntry: false })
    if (stats && !stats.isFile() && !stats.isDirectory()) rmSync(path, { force: true })
    return undefined
  }
  try {
    const { owner, renames }: { owner?: unknown; renames?: unknown } = JSON.parse(text)
    const list: readonly unknown[] = Array.isArray(renames) ? renames : []
    return { text, owner: typeof owner === 'string' ? owner : '', renames: list.filter(isRename) }
  } catch {
    return { text, owner: '', renames: [] }
  }
}

/** The text of a regular file of usual size, not through a link. */
function contentOf(path: string): string | undefined {
  try {
    const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)
    const file = openSync(path, flags)
    try {
      const stats = fstatSync(file)
      if (!stats.isFile()) return undefined
      return stats.size > largestJournal ? '' : readFileSync(file, 'utf8')
    } finally {
      closeSync(file)
    }
  } catch {
    return undefined
  }
}

function isRename(value: unknown): value is Rename {
  if (typeof value !== 'object' || value === null) return false
  return ['from', 'to'].every(key => typeof Reflect.get(value, key) === 'string')
}

function failure(code: string, reason: string, remedy: string): Error {
  return Object.assign(new Error(`${code}: ${reason}`), { code, syscall: 'link', remedy })
}
