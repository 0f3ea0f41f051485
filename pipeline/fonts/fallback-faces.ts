/**
 * The characters that a journal's own faces lack → faces of other families that have them, cut down to those
 * characters, and what no family has. For CSS they are two families, `--fallback` of `styles/base/common.css`. A
 * text of plain Latin costs nothing: no file is read for it.
 */
import type { Host } from '../host/index.ts'
import type { Manifest } from '../journal/manifest.ts'
import { characterMap } from './character-map.ts'
import { type FallbackFont, fallbackFonts } from './fallback-fonts.ts'
import { type FontFace, pointsInRange, readAsset, subsetsOf } from './font-faces.ts'

/**
 * CSS takes all faces of a family for one weight from those that declare this weight: what has no bold face, or
 * needs none, is a family by itself, or it would not be found where the text is bold.
 */
const BOTH = 'Offprint Fallback'
const REGULAR = 'Offprint Fallback Regular'

/** What is set in which of a journal's families. */
export interface FontTexts {
  readonly running: string
  readonly code: string
  readonly math: string
  /** Of all these, what is set in bold type. */
  readonly bold: string
}

export interface FallbackInput {
  readonly manifest: Manifest
  /** The journal's own faces for the text. */
  readonly faces: readonly FontFace[]
  readonly texts: FontTexts
  readonly language: string
  readonly host: Host
}

export interface Fallback {
  readonly faces: readonly FontFace[]
  /** Code points for which there is no glyph. */
  readonly missing: ReadonlySet<number>
}

/** In every face of every family that comes with Offprint: held by `test/journal/fonts.test.ts`. */
export const plainLatin = /[\t\n\r\u0020-\u007E\u00A0-\u00FF–—‘’‚“”„†•…‹›€™−]/u
/** These show nothing, or a space that the browser makes of the font's own. */
const unseen = /[\p{Cc}\p{Zs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u

export async function fallbackFaces(input: FallbackInput): Promise<Fallback> {
  const { texts, language, host } = input
  const lacking = lackingPoints(input)
  const marked = markedPoints(texts.running)
  if (lacking.size === 0 && marked.size === 0) return { faces: [], missing: lacking }
  const bold = pointsOf(texts.bold)
  const missing = new Set(lacking)
  const faces: FontFace[] = []
  for (const font of fallbackFonts(language, texts.running)) {
    const own = [...missing].filter(point => isIn(font.characters, point))
    const wanted = font.hasMarks ? [...new Set([...own, ...marked])] : own
    if (wanted.length === 0) continue
    for (const found of await subsetsWith(font, wanted, host)) {
      for (const point of found.points) missing.delete(point)
      faces.push(...facesOf(found, font, bold))
    }
  }
  return { faces, missing }
}

/** What a family has no glyph for in one of its faces, in the text that is set in it. */
function lackingPoints({ manifest, faces, texts }: FallbackInput): ReadonlySet<number> {
  const lacking = new Set<number>()
  for (const font of manifest.fonts) {
    const text = font.math ? texts.math : font.code ? texts.code : texts.running
    const points = pointsOf(text)
    const own = faces.filter(face => face.family === font.family)
    const looks = [...Map.groupBy(own, face => `${face.weight} ${face.style}`).values()]
    for (const look of looks.length > 0 ? looks : [[]]) {
      for (const point of lackingIn(look, points)) lacking.add(point)
    }
  }
  return lacking
}

/** `faces`: the subsets of one face. */
function lackingIn(faces: readonly FontFace[], points: ReadonlySet<number>): ReadonlySet<number> {
  const lacking = new Set(points)
  for (const { range, data } of faces) {
    const candidates = pointsInRange(lacking, range)
    if (candidates.length === 0) continue
    const map = characterMap(data)
    for (const point of candidates) if (map.has(point)) lacking.delete(point)
  }
  return lacking
}

/** The code points for which it is not known beforehand that there is a glyph. */
function pointsOf(text: string): ReadonlySet<number> {
  const points = new Set<number>()
  for (const character of new Set(text)) {
    if (plainLatin.test(character) || unseen.test(character)) continue
    points.add(character.codePointAt(0) ?? 0)
  }
  return points
}

/** What a private character looks like is known to the journal's own fonts alone. */
function isIn(characters: RegExp, point: number): boolean {
  const character = String.fromCodePoint(point)
  return characters.test(character) && !/\p{Co}/u.test(character)
}

/**
 * Letters with combining marks that no character stands for, `q̃`: the browser takes both from one file, and a
 * journal's font may have them in two.
 */
function markedPoints(text: string): ReadonlySet<number> {
  if (!/\p{M}/u.test(text)) return new Set()
  const clusters = text
    .normalize('NFC')
    .match(/[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}◌]\p{M}+/gu)
  return new Set(Array.from(clusters?.join('') ?? '', character => character.codePointAt(0) ?? 0))
}

interface Found {
  readonly points: readonly number[]
  /** By the order of `FallbackFont.faces`. */
  readonly data: readonly Uint8Array[]
}

/** The subsets of a font that hold some of the points, with their faces for these points alone. */
async function subsetsWith(
  font: FallbackFont,
  wanted: readonly number[],
  host: Host,
): Promise<readonly Found[]> {
  const subsets = font.whole
    ? [{ name: font.whole, range: 'U+0-10FFFF' }]
    : await subsetsOf(font.package, host).catch(() => [])
  const found: Found[] = []
  let left = wanted
  for (const { name, range } of subsets) {
    const candidates = pointsInRange(left, range)
    if (candidates.length === 0) continue
    const [regular, ...others] = await Promise.all(
      font.faces.map(weight => readAsset(fileOf(font.package, name, weight), host)),
    )
    if (!regular) continue
    const map = characterMap(regular)
    const points = candidates.filter(point => map.has(point))
    if (points.length === 0) continue
    left = left.filter(point => !points.includes(point))
    found.push({ points, data: [regular, ...others] })
  }
  return found
}

function facesOf({ points, data }: Found, font: FallbackFont, bold: ReadonlySet<number>): FontFace[] {
  const face = (family: string, weight: '400' | '700'): FontFace[] => {
    const bytes = data[font.faces.indexOf(weight)]
    const range = [...points.map(point => `U+${point.toString(16)}`), font.joiners].filter(Boolean).join(', ')
    return bytes ? [{ family, weight, style: 'upright', range, data: bytes }] : []
  }
  // All or none: a letter and the mark on it must be in one family.
  const isBold = font.faces.includes('700') && points.some(point => bold.has(point))
  return isBold ? [...face(BOTH, '400'), ...face(BOTH, '700')] : face(REGULAR, '400')
}

function fileOf(packageName: string, subset: string, weight: string): string {
  return `${packageName}/files/${packageName.replace('@fontsource/', '')}-${subset}-${weight}-normal.woff2`
}
