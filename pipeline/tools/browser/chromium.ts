/**
 * Finds the browser, or prepares it. Input: the environment. Output: the path of a program and the variables
 * that it needs. `OFFPRINT_BROWSER` comes first, then the binary inside @sparticuz/chromium, which is
 * decompressed once into the user's cache, then, if that package has no build for this machine, the caller's
 * browser. Starts nothing.
 *
 * On Linux the system's fonts are not used: our fontconfig file names a single folder of fonts, as a last
 * resort after the fonts of the page. (Without any fontconfig Chromium prints no text at all.)
 */
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { BrowserError, ownBrowserRemedy } from './browser-error.ts'
import { cacheFolders, filledFolder, fillFolder } from './cache-folder.ts'

export interface Chromium {
  readonly executablePath: string
  /** Variables to add to the browser's environment. */
  readonly env: Readonly<Record<string, string>>
}

interface ChromiumOptions {
  /** Returns the path of another browser if the package has no build for this machine. */
  readonly elsewhere: () => Promise<string>
  /** True if the package has a build for this machine. */
  readonly hasBuild?: boolean
  /** Environment variables. Default: those of this process. */
  readonly environment?: Readonly<Record<string, string | undefined>>
}

const browserPackage = '@sparticuz/chromium'
/** `@sparticuz/chromium` 153.0.0 contains only a program for Linux with glibc on x86-64. */
const packageHasBuild = process.platform === 'linux' && process.arch === 'x64'

/**
 * The path of a browser and the variables that it needs. The first call on a machine decompresses 209 MB
 * (about 2 s). Later calls look up two files (below 5 ms) and do not load the package. Throws `BrowserError`
 * if there is no browser, or no space for one.
 */
export async function findChromium(options: ChromiumOptions): Promise<Chromium> {
  const environment = options.environment ?? process.env
  const own = environment.OFFPRINT_BROWSER
  if (own !== undefined && own !== '') {
    if (!existsSync(own)) {
      throw new BrowserError(
        'missing',
        `There is no browser at ${own}.`,
        `OFFPRINT_BROWSER names it. ${ownBrowserRemedy}`,
      )
    }
    return { executablePath: own, env: await fontsOnly(environment) }
  }
  if (!(options.hasBuild ?? packageHasBuild))
    return { executablePath: await options.elsewhere(), env: await fontsOnly(environment) }

  const folder = await inflated('chromium', ['chromium.br', 'al2023.tar.br', 'fonts.tar.br'], environment)
  const env = { ...fontVariables(folder), LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') }
  return { executablePath: join(folder, 'chromium'), env }
}

async function fontsOnly(
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Record<string, string>> {
  if (process.platform !== 'linux') return {}
  return fontVariables(await inflated('fonts', ['fonts.tar.br'], environment))
}

function fontVariables(folder: string): Record<string, string> {
  return { FONTCONFIG_PATH: join(folder, 'fonts'), FONTCONFIG_FILE: join(folder, 'fonts', 'fonts.conf') }
}

/** The cache folder `<name>-<version of the package>`, filled from the named archives of the package. */
async function inflated(
  name: string,
  archives: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
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
