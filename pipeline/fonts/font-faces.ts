/**
 * The faces of a journal's fonts, read from their @fontsource packages, or files that the manifest names.
 * @fontsource splits a face into subsets by Unicode range; only those with a character of the text are used.
 * Its faces are WOFF2 with TrueType outlines, so Chromium embeds them as TrueType.
 */
import type { Host } from '../host/index.ts'
import type { Journal } from '../journal/index.ts'
import { hasOwnFiles } from '../journal/manifest.ts'
import { faceFile, readAsset, type Subset, subsetsOf, wholeRange } from '../tools/fonts/font-package.ts'
import { isSfnt } from '../tools/fonts/sfnt.ts'
import { isWoff2 } from './character-map.ts'
import { isMathFont, type MathFont, readMathFont } from './math-font.ts'
import { packWoff } from './pack-woff.ts'

export interface FontFace {
  readonly family: string
  readonly weight: string
  /**
   * The style of the letters. `upright` faces are also used for italic text, because their script has no
   * italics and must not be slanted.
   */
  readonly style: 'normal' | 'italic' | 'upright'
  /** The characters of the face, as in CSS `unicode-range`. */
  readonly range: string
  /** The features that its cut keeps besides the usual ones. Default: all. */
  readonly features?: readonly string[]
  /** The font file: WOFF2, WOFF if the face was cut down, or TrueType or OpenType of the journal's own. */
  readonly data: Uint8Array
}

/** The journal's fonts: those of packages in the manifest, and those of its folder. */
export type JournalFonts = Pick<Journal, 'manifest' | 'ownFaces'>

/**
 * Reads the faces of a journal that a text needs. A package or a face that is not installed has a message
 * already, and is left out.
 */
export async function fontFaces(
  { manifest, ownFaces }: JournalFonts,
  content: { readonly text: string; readonly hasMath: boolean; readonly hasCode: boolean },
  host: Host,
): Promise<readonly FontFace[]> {
  const codePoints = new Set(Array.from(content.text, character => character.codePointAt(0) ?? 0))
  const wanted = manifest.fonts.filter(
    font => (!font.math || content.hasMath) && (!font.code || content.hasCode),
  )
  const own = ownFaces
    .filter(({ family }) => wanted.some(font => font.family === family && hasOwnFiles(font)))
    .map((face): FontFace => ({ ...face, range: wholeRange }))
  const families = await Promise.all(
    wanted.map(async font => {
      if (hasOwnFiles(font)) return []
      // The package of a math face declares one subset, whose file holds the whole face.
      const subsets = font.math
        ? [{ name: 'latin', range: wholeRange }]
        : await subsetsFor(font.package, codePoints, host).catch(() => [])
      return font.faces.flatMap(face => subsets.map(subset => ({ font, face, subset })))
    }),
  )
  const packaged = await Promise.all(
    families.flat().map(async ({ font, face, subset }): Promise<FontFace[]> => {
      const [weight = '400', style = 'normal'] = face.split(' ')
      const file = faceFile(font.package, subset.name, face)
      const data = await readAsset(file, host).catch(() => undefined)
      if (!data) return []
      return [
        {
          family: font.family,
          weight,
          style: style === 'italic' ? 'italic' : 'normal',
          range: subset.range,
          data,
        },
      ]
    }),
  )
  return [...packaged.flat(), ...own]
}

/**
 * The measures of the font in which the journal sets formulas. Undefined if the manifest names none, or one
 * that cannot set them, about which there is a message already.
 */
export async function mathFont(
  { manifest, ownFaces }: JournalFonts,
  host: Host,
): Promise<MathFont | undefined> {
  const font = manifest.fonts.find(({ math }) => math)
  if (!font) return undefined
  if (hasOwnFiles(font)) {
    const own = ownFaces.find(({ family }) => family === font.family)
    return own && mathFontOf(packWoff(own.data))
  }
  const file = faceFile(font.package, 'latin', font.faces[0] ?? '400', 'woff')
  return mathFontOf(await readAsset(file, host).catch(() => undefined))
}

function mathFontOf(woff: Uint8Array | undefined): MathFont | undefined {
  return woff && isMathFont(woff) ? readMathFont(woff) : undefined
}

/** `@font-face` rules with the data inside. */
export function fontFaceRules(faces: readonly FontFace[]): string {
  return faces
    .map(({ family, weight, style, range, data }) => {
      const format = isSfnt(data) ? 'truetype' : isWoff2(data) ? 'woff2' : 'woff'
      const source = `url(data:font/${format};base64,${Buffer.from(data).toString('base64')}) format('${format}')`
      const slant = style === 'upright' ? 'oblique 0deg 20deg' : style
      return `@font-face { font-family: '${family.replace(/['\\]/g, '\\$&')}'; font-weight: ${weight}; font-style: ${slant}; unicode-range: ${range}; src: ${source}; }`
    })
    .join('\n')
}

async function subsetsFor(
  packageName: string,
  codePoints: ReadonlySet<number>,
  host: Host,
): Promise<readonly Subset[]> {
  const subsets = await subsetsOf(packageName, host)
  return subsets.filter(({ range }) => pointsInRange(codePoints, range).length > 0)
}

/** The points inside `range`, a CSS `unicode-range`. */
export function pointsInRange(points: Iterable<number>, range: string): number[] {
  const parts = range.split(',').map(part => {
    const [from = '', to = from] = part.trim().replace('U+', '').split('-')
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const
  })
  return [...points].filter(point => parts.some(([from, to]) => point >= from && point <= to))
}
