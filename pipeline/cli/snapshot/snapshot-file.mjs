/**
 * The place of the startup snapshot: a file in the user's cache with the whole program, loaded and warm, from
 * which Node starts in a fraction of the time (https://nodejs.org/api/cli.html#--build-snapshot). Its name
 * changes with everything that it was made from, so a file that exists can be used. Plain JavaScript: this
 * runs before anything else is loaded.
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, lstatSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { cacheFolder, homeFolder } from '../../host/cache-home.mjs'

/** The folder of the project, and the folder of the program in it. */
const root = fileURLToPath(new URL('../../..', import.meta.url))
const program = fileURLToPath(new URL('../..', import.meta.url))

/**
 * @typedef {object} SnapshotFile
 * @property {string} folder - Folder of all snapshots.
 * @property {string} installation - What the names of all snapshots of this installation begin with.
 * @property {string} path - Absolute path of the snapshot.
 * @property {string} attempt - Absolute path of a file that exists from the time when a maker begins until
 *   the snapshot is complete. It stays if the maker fails, so that later runs do not try the same in vain.
 */

/** After this time, in ms, a snapshot that could not be made is tried again. */
const patience = 24 * 60 * 60 * 1000

/**
 * @param {string} version - Of Node, with its `v`.
 * @returns {SnapshotFile}
 */
export function snapshotFile(version) {
  const machine = { platform: process.platform, environment: process.env, home: homeFolder() }
  const folder = join(cacheFolder(machine), 'snapshots')
  const installation = hashOf(root)
  const key = hashOf([version, process.arch, process.platform, ...sources()].join('\n'))
  const path = join(folder, `${installation}-${key}.blob`)
  return { folder, installation, path, attempt: `${path}.attempt` }
}

/**
 * @param {string} version - Of Node, with its `v`.
 * @returns {string | undefined} The path of a snapshot that can be used now.
 */
export function usableSnapshot(version) {
  if (isOff()) return undefined
  const { folder, path } = snapshotFile(version)
  return isPrivate(folder) && isPrivate(path) ? path : undefined
}

/**
 * Whether a file or folder exists and no other user can write to it: a snapshot that somebody else could
 * replace must not be run.
 *
 * @param {string} path
 */
function isPrivate(path) {
  const facts = lstatSync(path, { throwIfNoEntry: false })
  if (!facts || facts.isSymbolicLink()) return false
  return process.getuid === undefined || (facts.uid === process.getuid() && (facts.mode & 0o022) === 0)
}

/**
 * Has a snapshot made by a process that outlives this one, unless that was tried already.
 *
 * @param {{ readonly path: string, readonly version: string }} node
 */
export function makeSnapshotLater(node) {
  if (isOff() || process.env.CI) return
  const { folder, path, attempt } = snapshotFile(node.version)
  if (existsSync(path) || isRecent(attempt)) return
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    writeFileSync(attempt, '')
  } catch {
    // Without a cache that can be written to, the program runs from its modules.
    return
  }
  const maker = ['make-snapshot.ts', 'make-snapshot.js'].map(beside).find(file => existsSync(file))
  if (maker === undefined) return
  const child = spawn(node.path, [maker], { detached: true, stdio: 'ignore' })
  child.on('error', () => {})
  child.unref()
}

/** @param {string} name - Of a file in this folder. */
function beside(name) {
  return fileURLToPath(new URL(name, import.meta.url))
}

/** @param {string} attempt */
function isRecent(attempt) {
  const begun = statSync(attempt, { throwIfNoEntry: false })?.mtimeMs
  return begun !== undefined && Date.now() - begun < patience
}

/** `OFFPRINT_SNAPSHOT=off`: the program runs from its modules, and no snapshot is made. */
function isOff() {
  return process.env.OFFPRINT_SNAPSHOT === 'off'
}

/**
 * The state of every file that the program is made from. In an installed package files do not change, and
 * their version is in the manifest.
 *
 * @returns {string[]}
 */
function sources() {
  const files = ['package.json', 'package-lock.json'].map(name => join(root, name))
  if (!root.includes(`${sep}node_modules${sep}`)) files.push(...filesIn(program))
  return files.flatMap(path => {
    const facts = statSync(path, { throwIfNoEntry: false })
    // Editors that keep the size change at least one of the two times.
    return facts?.isFile() ? [`${path} ${facts.size} ${facts.mtimeMs} ${facts.ctimeMs}`] : []
  })
}

/**
 * The files below a folder, in less than half the time of `readdirSync` with `recursive`.
 *
 * @param {string} folder
 * @returns {string[]}
 */
function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const path = `${folder}${sep}${entry.name}`
    return entry.isDirectory() ? filesIn(path) : [path]
  })
}

/**
 * @param {string} text
 * @returns {string}
 */
function hashOf(text) {
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}
