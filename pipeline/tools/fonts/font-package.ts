/**
 * The files of npm packages of fonts. @fontsource splits a face into subsets by Unicode range, a file each:
 * `files/source-sans-3-latin-400-italic.woff2`.
 */
import { createRequire } from 'node:module'
import type { Host } from '../../host/index.ts'
import { recordOf } from '../../values/record.ts'

export interface Subset {
  readonly name: string
  /** CSS `unicode-range`: the characters that the subset is meant for; its file may lack some. */
  readonly range: string
}

/** The range of a file that holds a whole face. */
export const wholeRange = 'U+0-10FFFF'

const { resolve } = createRequire(import.meta.url)

/** The path of a file of a package: `@fontsource/noto-serif/package.json`. Throws if it is not there. */
export function assetPath(specifier: string): string {
  return resolve(specifier)
}

export function isInstalled(specifier: string): boolean {
  try {
    resolve(specifier)
    return true
  } catch {
    return false
  }
}

/** Reads a file of a package. Throws if it is not installed. */
export async function readAsset(specifier: string, host: Host): Promise<Uint8Array> {
  const data = await host.read(resolve(specifier))
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
