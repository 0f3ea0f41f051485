/**
 * The files of npm packages of fonts. @fontsource splits a face into subsets by Unicode range, a file each:
 * `files/source-sans-3-latin-400-italic.woff2`. The published package of Offprint has the files that it uses
 * in a folder of its own, with the names that they have in their packages.
 */
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Host } from '../../host/index.ts'
import { recordOf } from '../../values/record.ts'

export interface Subset {
  readonly name: string
  /** CSS `unicode-range`: the characters that the subset is meant for; its file may lack some. */
  readonly range: string
}

/** The range of a file that holds a whole face. */
export const wholeRange = 'U+0-10FFFF'

/** The package with the fonts for Chinese, Japanese and Korean, which is installed by those who need them. */
export const eastAsianPackage = 'offprint-fonts-cjk'

const { resolve } = createRequire(import.meta.url)
/** The fonts in the published package; a checkout has none. */
const ownFolder = fileURLToPath(new URL('../../../fonts', import.meta.url))

/** The path of a package's file, such as `@fontsource/noto-serif/package.json`. Throws if it is not there. */
export function assetPath(specifier: string): string {
  const path = assetPaths(specifier).next().value
  if (typeof path !== 'string') throw new Error(`The font file ${specifier} is not installed`)
  return path
}

export function isInstalled(specifier: string): boolean {
  return !assetPaths(specifier).next().done
}

export function hasEastAsianFonts(): boolean {
  return isInstalled('@fontsource/noto-serif-sc/package.json')
}

/** The folders of a package: the one with the faces that Offprint uses, and the installed package. */
export function packageFolders(packageName: string): readonly string[] {
  return [...new Set(Array.from(assetPaths(`${packageName}/package.json`), path => dirname(path)))]
}

/**
 * The places of a package's file, in order: Offprint's fonts, packages beside Offprint, the package of East
 * Asian fonts, packages of the user's project (which pnpm and Plug'n'Play show to nobody else).
 */
function* assetPaths(specifier: string): Generator<string> {
  const shipped = join(ownFolder, specifier)
  if (existsSync(shipped)) yield shipped
  const beside = resolvedBy(resolve, specifier)
  if (beside !== undefined) yield beside
  const ofProject = createRequire(join(process.cwd(), 'package.json')).resolve
  for (const resolver of [resolve, ofProject]) {
    const eastAsian = resolvedBy(resolver, `${eastAsianPackage}/package.json`)
    const path = eastAsian && join(dirname(eastAsian), 'fonts', specifier)
    if (path !== undefined && existsSync(path)) yield path
  }
  const installed = resolvedBy(ofProject, specifier)
  if (installed !== undefined) yield installed
}

function resolvedBy(resolver: (specifier: string) => string, specifier: string): string | undefined {
  try {
    return resolver(specifier)
  } catch {
    return undefined
  }
}

/** Reads a file of a package. Throws if it is not installed. */
export async function readAsset(specifier: string, host: Host): Promise<Uint8Array> {
  const data = await host.read(assetPath(specifier))
  if (!data) throw new Error(`The font file ${specifier} is not installed`)
  return data
}

/**
 * The subsets of an @fontsource package. A package without a list of ranges has its subsets in its metadata;
 * each may have any character. Throws if the package is not installed or is of another shape.
 */
export async function subsetsOf(packageName: string, host: Host): Promise<readonly Subset[]> {
  const ranges = Object.entries(await readJson(`${packageName}/unicode.json`, host))
  if (ranges.length > 0)
    return ranges.map(([name, range]) => ({ name: name.replace(/[[\]]/g, ''), range: String(range) }))
  const { subsets } = await readJson(`${packageName}/metadata.json`, host)
  return Array.isArray(subsets) ? subsets.map(name => ({ name: String(name), range: wholeRange })) : []
}

async function readJson(specifier: string, host: Host): Promise<Readonly<Record<string, unknown>>> {
  return recordOf(JSON.parse(new TextDecoder().decode(await readAsset(specifier, host))))
}

/** The file of a face such as `400 italic` in a subset: `@fontsource/…/files/…-latin-400-italic.woff2`. */
export function faceFile(packageName: string, subset: string, face: string, format = 'woff2'): string {
  const [weight = '400', style = 'normal'] = face.split(' ')
  const short = packageName.replace('@fontsource/', '')
  return `${packageName}/files/${short}-${subset}-${weight}-${style}.${format}`
}
