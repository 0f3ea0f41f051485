/**
 * A folder that a program fills once and all later runs share. It is complete or absent, also after
 * interruptions and with several processes at once. A folder with a file that is missing or cut is filled
 * again.
 */
import { execFile } from 'node:child_process'
import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { promisify } from 'node:util'
import { cacheFolder, homeFolder } from '../../host/cache-home.mjs'
import { makeStaging, sweep } from '../../host/staging.ts'
import { BrowserError } from './browser-error.ts'

interface Filling {
  /** The text of an ES module, which a separate Node process runs. */
  readonly program: string
  /** The environment variable that names the folder to fill. */
  readonly environment: string
  /** Files to write afterwards: path inside the folder → text. */
  readonly files: Readonly<Record<string, string>>
}

/** Age in ms after which an unfinished folder counts as left behind by a killed process. */
const abandonedAge = 15 * 60_000

/** Folders for caches, best first; the last is for homes that cannot be written. */
export function cacheFolders(environment: Readonly<Record<string, string | undefined>>): readonly string[] {
  const folder = cacheFolder({ platform: process.platform, environment, home: homeFolder() })
  return [folder, join(tmpdir(), `offprint-${process.getuid?.() ?? 'cache'}`)]
}

/** The file that says which files the folder has, and how large they are. */
const inventoryName = 'inventory.json'

/**
 * The first of `folders` that is complete and was filled by the same user. What killed processes left beside
 * it is removed.
 */
export function filledFolder(folders: readonly string[]): string | undefined {
  const filled = folders.find(folder => isComplete(folder) && isPrivate(dirname(folder)))
  if (filled !== undefined) sweep(dirname(filled))
  return filled
}

/** True if a folder has all files of its inventory in their sizes. */
function isComplete(folder: string): boolean {
  try {
    const inventory: unknown = JSON.parse(readFileSync(join(folder, inventoryName), 'utf8'))
    if (typeof inventory !== 'object' || inventory === null) return false
    return Object.entries(inventory).every(
      ([path, size]) => statSync(join(folder, path), { throwIfNoEntry: false })?.size === size,
    )
  } catch {
    return false
  }
}

function writeInventory(folder: string): void {
  const sizes = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .map(path => [relative(folder, path), statSync(path).size] as const)
  writeFileSync(join(folder, inventoryName), JSON.stringify(Object.fromEntries(sizes)))
}

/**
 * Fills the first of `folders` that can be written, and returns its path. Throws `BrowserError` if none can
 * be written. The program fills a temporary folder beside it, which is then renamed. If several processes do
 * this at once, all use the folder of the first.
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
  const staging = makeStaging(parent)
  try {
    const env = { ...process.env, NODE_OPTIONS: '', [filling.environment]: staging }
    await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', filling.program], { env })
    for (const [path, text] of Object.entries(filling.files)) writeFileSync(join(staging, path), text)
    writeInventory(staging)
    removeIncomplete(folder)
    renameUnlessThere(staging, folder)
    return folder
  } finally {
    rmSync(staging, { recursive: true, force: true })
  }
}

/**
 * True if no other user can write to the folder: a program that somebody else could replace must not be run.
 */
export function isPrivate(folder: string): boolean {
  if (process.getuid === undefined) return true
  const facts = lstatSync(folder)
  return facts.isDirectory() && facts.uid === process.getuid() && (facts.mode & 0o022) === 0
}

/** Moves a damaged folder away before it is removed, so that no process finds a half of it. */
function removeIncomplete(folder: string): void {
  if (lstatSync(folder, { throwIfNoEntry: false }) === undefined || isComplete(folder)) return
  const away = makeStaging(dirname(folder))
  try {
    renameSync(folder, join(away, 'damaged'))
  } finally {
    rmSync(away, { recursive: true, force: true })
  }
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

/** Also what earlier versions of Offprint have left, whose folders do not name their process. */
function removeAbandoned(parent: string): void {
  sweep(parent)
  for (const name of readdirSync(parent)) {
    const path = join(parent, name)
    const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Number.POSITIVE_INFINITY)
    if (name.startsWith('.') && age > abandonedAge) rmSync(path, { recursive: true, force: true })
  }
}

/**
 * The last line that a failed program printed, without its stack; else the first line of the error message.
 */
function reasonOf(failure: unknown): string {
  const said = failure instanceof Error && 'stderr' in failure ? String(failure.stderr) : ''
  const line = said.split('\n').find(text => /^\w*Error\b/.test(text))
  return line ?? (failure instanceof Error ? failure.message : String(failure)).split('\n', 1)[0] ?? ''
}
