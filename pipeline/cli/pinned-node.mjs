/**
 * The Node that package.json pins, for machines whose own Node cannot run TypeScript; and what to say if it,
 * or a package, is missing. Plain JavaScript without dependencies: it runs before anything is installed.
 */
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/**
 * @param {NodeJS.Platform} [platform]
 * @param {(specifier: string) => string} [resolve] - The path of a package's file. Throws if it is missing.
 * @returns {{ readonly path: string, readonly version: string } | undefined} Undefined if it is not there.
 */
export function pinnedNode(platform = process.platform, resolve = createRequire(import.meta.url).resolve) {
  try {
    const manifest = resolve('node/package.json')
    const { version } = JSON.parse(readFileSync(manifest, 'utf8'))
    // The script of the package puts the program there, unless scripts are not run.
    const path = join(dirname(manifest), 'bin', platform === 'win32' ? 'node.exe' : 'node')
    return existsSync(path) ? { path, version: `v${version}` } : undefined
  } catch {
    return undefined
  }
}

/**
 * What to say if the program cannot start, in two lines; undefined if an error has another reason.
 *
 * @param {unknown} error - What loading the program threw.
 * @returns {string | undefined}
 */
export function missingPackage(error) {
  const message = error instanceof Error && 'code' in error && /MODULE_NOT_FOUND/.test(String(error.code))
  const name = message ? /Cannot find (?:package|module) '([^./][^']*)'/.exec(error.message)?.[1] : undefined
  if (name === undefined) return undefined
  return `The dependencies are not installed: the package ${name} is missing.\n    Run "npm start" once; it installs them.\n`
}

/**
 * @param {string} version - That of the Node that runs, with its `v`.
 * @returns {string}
 */
export function missingNode(version) {
  return `Node ${version} cannot run Offprint, and the Node that comes with it is not installed.\n    Use Node 22.18 or later. Or run "npm ci", with scripts allowed, which installs the pinned Node.\n`
}
