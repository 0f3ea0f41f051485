/**
 * Finds the browser, or makes it ready. In: the environment; out: the path of a program and the variables
 * it wants. `OFFPRINT_BROWSER` goes first; then the binary inside @sparticuz/chromium, inflated once into
 * the user's cache; where that package has no build, the caller's own answer. Starts nothing.
 *
 * On Linux the fonts of the system stay out: our fontconfig folder names one folder of fonts only, as a
 * last resort behind those of the page. (Without any fontconfig Chromium prints no text at all.)
 */
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { BrowserError, OWN_BROWSER_REMEDY } from './browser-error.ts'
import { cacheFolders, filledFolder, fillFolder } from './cache-folder.ts'

export interface Chromium {
  readonly executablePath: string
  /** Variables to add to the browser's environment. */
  readonly env: Readonly<Record<string, string>>
}

export interface ChromiumOptions {
  /** Asked where the package has no build for this machine. */
  readonly elsewhere: () => Promise<string>
  /** Whether the package has a build for this machine. */
  readonly hasBuild?: boolean
  /** Default: that of this process. */
  readonly environment?: Readonly<Record<string, string | undefined>>
}

const PACKAGE = '@sparticuz/chromium'
/** What the package inflates to `chromium`: an ELF file for x86-64 and glibc, nothing else (153.0.0). */
const HAS_BUILD = process.platform === 'linux' && process.arch === 'x64'

/**
 * The first call on a machine inflates 209 MB (about 2 s); later ones look up two files (below 5 ms) and
 * never load the package. Throws `BrowserError` where there is no browser or no room for one.
 */
export async function findChromium(options: ChromiumOptions): Promise<Chromium> {
  const environment = options.environment ?? process.env
  const own = environment.OFFPRINT_BROWSER
  if (own !== undefined && own !== '') {
    if (!existsSync(own)) {
      throw new BrowserError(
        'missing',
        `There is no browser at ${own}.`,
        `OFFPRINT_BROWSER names it. ${OWN_BROWSER_REMEDY}`,
      )
    }
    return { executablePath: own, env: await fontsOnly(environment) }
  }
  if (!(options.hasBuild ?? HAS_BUILD))
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

/** The cache folder `<name>-<version of the package>` with the named archives of the package in it. */
async function inflated(
  name: string,
  archives: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Promise<string> {
  const entry = createRequire(import.meta.url).resolve(PACKAGE)
  const root = dirname(dirname(entry))
  const folderName = `${name}-${versionOf(join(root, 'package.json'))}`
  const folders = cacheFolders(environment).map(cache => join(cache, folderName))
  return (
    filledFolder(folders) ??
    (await fillFolder(folders, {
      environment: 'TMPDIR',
      program: inflateProgram(entry, root, archives),
      files: { 'fonts/fonts.conf': FONTS_CONF },
    }))
  )
}

/** The package inflates into os.tmpdir() and trusts whatever lies there: hence a process with a TMPDIR of its own. */
function inflateProgram(entry: string, root: string, archives: readonly string[]): string {
  const paths = archives.map(archive => join(root, 'bin', archive))
  return `
    import { pathToFileURL } from 'node:url'
    const { inflate } = await import(pathToFileURL(${JSON.stringify(entry)}))
    await Promise.all(${JSON.stringify(paths)}.map(path => inflate(path)))`
}

function versionOf(manifest: string): string {
  // The manifest of an installed package: npm has read the same field.
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }
  return version
}

/** Paths relative to this file, so that the folder can be moved into its place when it is complete. */
const FONTS_CONF = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`
