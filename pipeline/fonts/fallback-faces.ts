/**
 * The characters that a journal's faces lack → faces of other families that have them, cut down to these
 * characters, and the characters that no family has. CSS knows them as two families, `--fallback` in
 * `styles/base/common.css`. No file is read for a text of plain Latin.
 */
import type { Host } from '../host/index.ts'
import { hasOwnFiles, type Manifest } from '../journal/manifest.ts'
import { faceFile, readAsset, subsetsOf, wholeRange } from '../tools/fonts/font-package.ts'
import { characterMap } from './character-map.ts'
import { type FallbackFont, fallbackFonts } from './fallback-fonts.ts'
import { type FontFace, pointsInRange } from './font-faces.ts'

/**
 * CSS chooses among a family's faces by weight first. A font without a bold face gets a family of its own;
 * otherwise bold text would never find it.
 */
const bothWeights = 'Offprint Fallback'
const regularOnly = 'Offprint Fallback Regular'

/** The text that is set in each of a journal's families. */
export interface FontTexts {
  readonly running: string
  readonly code: string
  readonly math: string
  /** The part of all these texts that is set in bold type. */
  readonly bold: string
}

interface FallbackInput {
  readonly manifest: Manifest
  /** The journal's faces for the text. */
  readonly faces: readonly FontFace[]
  readonly texts: FontTexts
  readonly language: string
  readonly host: Host
}

interface Fallback {
  readonly faces: readonly FontFace[]
  /** Code points for which no font has a glyph. */
  readonly missing: ReadonlySet<number>
}

/** Characters in each of the faces that come with Offprint, as `test/fonts/fallback-faces.test.ts` checks. */
export const plainLatin = /[\t\n\r\u0020-\u007E\u00A0-\u00FF–—‘’‚“”„†•…‹›€™−]/u
/** Characters that show nothing, or a space that the browser makes from the font's space. */
const unseen = /[\p{Cc}\p{Zs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u

export async function fallbackFaces(input: FallbackInput): Promise<Fallback> {
  const { texts, language, host } = input
  const lacking = lackingPoints(input)
  const marked = markedPoints(texts.running)
  if (lacking.size === 0 && marked.size === 0) return { faces: [], missing: lacking }
  const bold = pointsOf(texts.bold)
  const missing = new Set(lacking)
  const faces: FontFace[] = []
  const files: ReadonlySet<number>[] = []
  for (const font of fallbackFonts(language, texts.running)) {
    const own = [...missing].filter(point => isIn(font.characters, point))
    const wanted = font.hasMarks ? [...new Set([...own, ...marked])] : own
    if (wanted.length === 0) continue
    for (const found of await subsetsWith(font, wanted, host)) {
      for (const point of found.points) missing.delete(point)
      faces.push(...facesOf(found, font, bold))
      files.push(new Set(found.points))
    }
  }
  for (const mark of detachedMarks(input, files)) missing.add(mark)
  return { faces, missing }
}

/**
 * Combining marks that no file has together with their letter: the browser takes both from one file, or
 * prints a box for the mark. `files`: the points that each fallback file gives.
 */
function detachedMarks(
  { faces, texts }: FallbackInput,
  files: readonly ReadonlySet<number>[],
): ReadonlySet<number> {
  const detached = new Set<number>()
  let own: readonly ReadonlySet<number>[] | undefined
  for (const cluster of new Set(markedClusters(texts.running))) {
    const shown = [...cluster].filter(character => !unseen.test(character))
    const points = shown.map(character => character.codePointAt(0) ?? 0)
    const isIn = (file: ReadonlySet<number>) => points.every(point => file.has(point))
    if (files.some(isIn)) continue
    own ??= faces.map(({ data }) => characterMap(data))
    if (own.some(isIn)) continue
    const [, ...marks] = points
    for (const mark of marks) detached.add(mark)
  }
  return detached
}

/** The code points of the text for which a face of its family has no glyph. */
function lackingPoints({ manifest, faces, texts }: FallbackInput): ReadonlySet<number> {
  const lacking = new Set<number>()
  for (const font of manifest.fonts) {
    const text = font.math ? texts.math : font.code ? texts.code : texts.running
    // A file that the journal names may lack any character.
    const points = hasOwnFiles(font) ? pointsOf(text, unseen) : pointsOf(text)
    const own = faces.filter(face => face.family === font.family)
    const looks = [...Map.groupBy(own, face => `${face.weight} ${face.style}`).values()]
    for (const look of looks.length > 0 ? looks : [[]]) {
      for (const point of lackingIn(look, points)) lacking.add(point)
    }
  }
  return lacking
}

/** The characters that a face lacks. `faces`: the subsets of this face. */
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

/** The code points of the text. `known`: characters besides the unseen ones that every font has. */
function pointsOf(text: string, known = plainLatin): ReadonlySet<number> {
  const points = new Set<number>()
  for (const character of new Set(text)) {
    if (known.test(character) || unseen.test(character)) continue
    points.add(character.codePointAt(0) ?? 0)
  }
  return points
}

/**
 * True if a font with these characters is searched for the code point. Private-use characters are never
 * searched for: only the journal's own fonts know what they mean.
 */
function isIn(characters: RegExp, point: number): boolean {
  const character = String.fromCodePoint(point)
  return characters.test(character) && !/\p{Co}/u.test(character)
}

/**
 * The code points of letters with combining marks that have no precomposed character, such as `q̃`. The
 * browser takes both from one file, but a journal's font may have them in two.
 */
function markedPoints(text: string): ReadonlySet<number> {
  if (!/\p{M}/u.test(text)) return new Set()
  return new Set(Array.from(markedClusters(text).join(''), character => character.codePointAt(0) ?? 0))
}

/** The letters with combining marks of the text, such as `q̃`. */
function markedClusters(text: string): readonly string[] {
  if (!/\p{M}/u.test(text)) return []
  return text.normalize('NFC').match(/[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}◌]\p{M}+/gu) ?? []
}

interface Found {
  readonly points: readonly number[]
  /** The files, in the order of `FallbackFont.faces`. */
  readonly data: readonly Uint8Array[]
}

/** The subsets of a font that contain some of the points, with faces for these points alone. */
async function subsetsWith(
  font: FallbackFont,
  wanted: readonly number[],
  host: Host,
): Promise<readonly Found[]> {
  const subsets = font.whole
    ? [{ name: font.whole, range: wholeRange }]
    : await subsetsOf(font.package, host).catch(() => [])
  const found: Found[] = []
  let left = wanted
  for (const { name, range } of subsets) {
    const candidates = pointsInRange(left, range)
    if (candidates.length === 0) continue
    const [regular, ...others] = await Promise.all(
      font.faces.map(weight => readAsset(faceFile(font.package, name, weight), host)),
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
  // A letter and the mark on it must be in one family, so all points of a subset are bold or none.
  const isBold = font.faces.includes('700') && points.some(point => bold.has(point))
  return isBold ? [...face(bothWeights, '400'), ...face(bothWeights, '700')] : face(regularOnly, '400')
}
