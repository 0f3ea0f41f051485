/**
 * A folder that is filled once by a program and shared by every later run: complete or absent, whatever
 * happens in between and however many processes try at once.
 */
import { execFile } from 'node:child_process'
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { BrowserError } from './browser-error.ts'

export interface Filling {
  /** An ES module, run by a Node of its own. */
  readonly program: string
  /** The variable by which the program learns the folder to fill. */
  readonly environment: string
  /** Files written afterwards: path inside the folder to text. */
  readonly files: Readonly<Record<string, string>>
}

/** Left behind by a process that was killed, when older than this (ms). */
const ABANDONED = 15 * 60_000

/** Where caches may lie, best first (XDG Base Directory Specification 0.8); the last one for homes that cannot be written. */
export function cacheFolders(environment: Readonly<Record<string, string | undefined>>): readonly string[] {
  const named = environment.XDG_CACHE_HOME
  const cache = named !== undefined && named !== '' ? named : join(homedir(), '.cache')
  return [join(cache, 'offprint'), join(tmpdir(), `offprint-${process.getuid?.() ?? 'cache'}`)]
}

/** The first of `folders` that is there already, filled by the same user. */
export function filledFolder(folders: readonly string[]): string | undefined {
  return folders.find(folder => existsSync(folder) && isPrivate(dirname(folder)))
}

/**
 * Fills the first of `folders` that can be written and answers its path. Throws `BrowserError` where none
 * can be. The program fills a folder beside it, which then takes its place by renaming: the first of
 * several processes wins, and the others use what it made.
 */
export async function fillFolder(folders: readonly string[], filling: Filling): Promise<string> {
  const failures: unknown[] = []
  for (const folder of folders) {
    try {
      return await fill(folder, filling)
    } catch (error) {
      failures.push(error)
    }
  }
  throw new BrowserError(
    'missing',
    `The browser could not be unpacked: ${failures.map(reasonOf).join('; ')}.`,
    'Set XDG_CACHE_HOME to a folder of yours with 250 MB of room, or OFFPRINT_BROWSER to an installed Chromium.',
    { cause: failures[0] },
  )
}

async function fill(folder: string, filling: Filling): Promise<string> {
  const parent = dirname(folder)
  mkdirSync(parent, { recursive: true, mode: 0o700 })
  if (!isPrivate(parent)) {
    throw new Error(`Unexpected owner or mode of ${parent}, expected a folder that only you can write`)
  }
  removeAbandoned(parent)
  const staging = mkdtempSync(join(parent, `.${basename(folder)}-`))
  try {
    const env = { ...process.env, NODE_OPTIONS: '', [filling.environment]: staging }
    await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', filling.program], { env })
    for (const [path, text] of Object.entries(filling.files)) writeFileSync(join(staging, path), text)
    renameUnlessThere(staging, folder)
    return folder
  } finally {
    rmSync(staging, { recursive: true, force: true })
  }
}

/** A program that somebody else could exchange must not be run. */
function isPrivate(folder: string): boolean {
  if (process.getuid === undefined) return true
  const facts = lstatSync(folder)
  return facts.isDirectory() && facts.uid === process.getuid() && (facts.mode & 0o022) === 0
}

function renameUnlessThere(from: string, to: string): void {
  try {
    renameSync(from, to)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST' && code !== 'EPERM') throw error
    statSync(to)
  }
}

function removeAbandoned(parent: string): void {
  for (const name of readdirSync(parent)) {
    const path = join(parent, name)
    const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Number.POSITIVE_INFINITY)
    if (name.startsWith('.') && age > ABANDONED) rmSync(path, { recursive: true, force: true })
  }
}

/** What a failed program said last, without its stack; else the first line of the message. */
function reasonOf(failure: unknown): string {
  const said = failure instanceof Error && 'stderr' in failure ? String(failure.stderr) : ''
  const line = said.split('\n').find(text => /^\w*Error\b/.test(text))
  return line ?? (failure instanceof Error ? failure.message : String(failure)).split('\n', 1)[0] ?? ''
}
