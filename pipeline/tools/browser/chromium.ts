/**
 * Finds the browser, or prepares it. Input: the environment. Output: the path of a program and the variables
 * that it needs. `find-browser.ts` decides which browser; the binary inside @sparticuz/chromium is
 * decompressed once into the user's cache. Starts and downloads nothing.
 *
 * On Linux the system's fonts are not used: our fontconfig file names a single folder of fonts, as a last
 * resort after the fonts of the page. (Without any fontconfig Chromium prints no text at all.)
 */
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { homeFolder } from '../../host/cache-home.mjs'
import { BrowserError, ownBrowserRemedy } from './browser-error.ts'
import { cacheFolders, filledFolder, fillFolder } from './cache-folder.ts'
import { type BrowserMachine, type ChosenBrowser, findBrowser, noBrowserRemedy } from './find-browser.ts'
import { installedBrowser } from './installed-browser.ts'

export interface Chromium {
  readonly executablePath: string
  /** Variables to add to the browser's environment. */
  readonly env: Readonly<Record<string, string>>
}

type Environment = Readonly<Record<string, string | undefined>>

const browserPackage = '@sparticuz/chromium'

/** This machine, for the choice of a browser. */
export function thisMachine(environment: Environment = process.env): BrowserMachine {
  return {
    platform: process.platform,
    arch: process.arch,
    environment,
    home: homeFolder(),
    hasPackage: packageEntry() !== undefined,
    installed: installedBrowser(cacheFolders(environment)),
    exists: existsSync,
  }
}

/**
 * The path of a browser and the variables that it needs. The first call on a machine decompresses 209 MB
 * (about 2 s). Later calls look up few files (below 5 ms) and do not load the package. Throws `BrowserError`
 * if there is no browser, or no space for one.
 */
export async function findChromium(machine: BrowserMachine = thisMachine()): Promise<Chromium> {
  const { environment } = machine
  const chosen = requireBrowser(machine)
  if (chosen.source !== 'package')
    return { executablePath: chosen.path, env: await fontsOnly(machine.platform, environment) }
  const folder = await inflated('chromium', ['chromium.br', 'al2023.tar.br', 'fonts.tar.br'], environment)
  const env = { ...fontVariables(folder), LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') }
  return { executablePath: join(folder, 'chromium'), env }
}

/** The browser of a machine. Throws `BrowserError` if there is none, or none at the path that is named. */
export function requireBrowser(machine: BrowserMachine): ChosenBrowser {
  const chosen = findBrowser(machine)
  if (!chosen) {
    throw new BrowserError('missing', 'There is no browser on this machine.', noBrowserRemedy(machine))
  }
  if (chosen.source === 'named' && !machine.exists(chosen.path)) {
    throw new BrowserError(
      'missing',
      `There is no browser at ${chosen.path}.`,
      `${chosen.variable} names it. ${ownBrowserRemedy}`,
    )
  }
  return chosen
}

function packageEntry(): string | undefined {
  try {
    return createRequire(import.meta.url).resolve(browserPackage)
  } catch {
    return undefined
  }
}

/** Without the package, Chromium uses the fonts of the system for what the fonts of the page lack. */
async function fontsOnly(platform: string, environment: Environment): Promise<Record<string, string>> {
  if (platform !== 'linux' || packageEntry() === undefined) return {}
  return fontVariables(await inflated('fonts', ['fonts.tar.br'], environment))
}

function fontVariables(folder: string): Record<string, string> {
  return { FONTCONFIG_PATH: join(folder, 'fonts'), FONTCONFIG_FILE: join(folder, 'fonts', 'fonts.conf') }
}

/** The cache folder `<name>-<version of the package>`, filled from the named archives of the package. */
async function inflated(
  name: string,
  archives: readonly string[],
  environment: Environment,
): Promise<string> {
  const entry = createRequire(import.meta.url).resolve(browserPackage)
  const root = dirname(dirname(entry))
  const folderName = `${name}-${versionOf(join(root, 'package.json'))}`
  const folders = cacheFolders(environment).map(cache => join(cache, folderName))
  return (
    filledFolder(folders) ??
    (await fillFolder(folders, {
      environment: 'TMPDIR',
      program: inflateProgram(entry, root, archives),
      files: { 'fonts/fonts.conf': fontsConf },
    }))
  )
}

/**
 * The package decompresses into os.tmpdir() and trusts every file there, so it runs in a process with a fresh
 * TMPDIR.
 */
function inflateProgram(entry: string, root: string, archives: readonly string[]): string {
  const paths = archives.map(archive => join(root, 'bin', archive))
  return `
    import { pathToFileURL } from 'node:url'
    const { inflate } = await import(pathToFileURL(${JSON.stringify(entry)}))
    await Promise.all(${JSON.stringify(paths)}.map(path => inflate(path)))`
}

function versionOf(manifest: string): string {
  // The manifest of an installed package, whose version npm has read as well.
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }
  return version
}

/** Paths are relative to this file, so that the folder can be renamed when it is complete. */
const fontsConf = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`
