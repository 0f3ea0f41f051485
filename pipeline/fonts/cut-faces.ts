/**
 * Cuts the faces of a page down to its characters. Otherwise a page with one formula would carry 540 KB of a
 * font for mathematics. Characters that the browser makes from the text are kept too: capitals, hyphens, the
 * slanted letters of formulas, root signs.
 */
import { fontCutter } from '../tools/fonts/harfbuzz.ts'
import { isSfnt } from '../tools/fonts/sfnt.ts'
import { unpackWoff2 } from '../tools/fonts/woff2.ts'
import { type FontFace, pointsInRange } from './font-faces.ts'
import { packWoff } from './pack-woff.ts'

/**
 * Characters that a browser adds by itself: hyphens, bullets, quotation marks of `<q>`, ellipses, root signs.
 */
const unwritten = '\u00A0\u00AD\u2010\u2011–—‘’“”…•◦▪−√'
/** All of ASCII: it costs a few hundred bytes, and covers the words that scripts show. */
const ascii = [0x20, 0x7e] as const
/**
 * The letters that the browser uses for one-letter variables in formulas: italic Latin, dotless, Greek, and
 * Planck's h.
 */
const slanted = [
  [0x1d434, 0x1d467],
  [0x1d6a4, 0x1d6a5],
  [0x1d6e2, 0x1d71b],
  [0x210e, 0x210e],
] as const

/**
 * Cuts the faces down to the characters of `text`: everything that the page shows, and its style sheet,
 * because the strings of its `content` properties are shown as well.
 */
export async function cutFaces(faces: readonly FontFace[], text: string): Promise<readonly FontFace[]> {
  if (faces.length === 0) return []
  const points = shownPoints(text)
  const cut = fontCutter()
  const small = faces.map(async face => {
    const own = pointsInRange(points, face.range)
    if (own.length === 0) return []
    return [{ ...face, data: packWoff(cut(await unpacked(face.data), own, face.features)) }]
  })
  return (await Promise.all(small)).flat()
}

async function unpacked(font: Uint8Array): Promise<Uint8Array> {
  return isSfnt(font) ? font : await unpackWoff2(font)
}

function shownPoints(text: string): ReadonlySet<number> {
  const escapes = Array.from(text.matchAll(/\\([0-9a-f]{1,6})/gi), ([, hex = '']) => Number.parseInt(hex, 16))
  const pieces = [...new Set(text), ...(text.match(/\P{M}\p{M}+/gu) ?? [])]
  const cases = pieces.flatMap(piece => [piece, piece.toUpperCase(), piece.toLowerCase()])
  // A font may have a letter with its accent as one glyph or as two.
  const forms = cases.flatMap(form => [form, form.normalize('NFC'), form.normalize('NFD')])
  const characters = new Set(forms.join(''))
  const points = new Set([...escapes, ...range(ascii)])
  for (const character of [...characters, ...unwritten]) points.add(character.codePointAt(0) ?? 0)
  const plain = new Set([...points].map(plainForm))
  for (const point of slanted.flatMap(range)) if (plain.has(plainForm(point))) points.add(point)
  return points
}

function plainForm(point: number): string {
  return String.fromCodePoint(Math.min(point, 0x10ffff)).normalize('NFKC')
}

function range([first, last]: readonly [number, number]): number[] {
  return Array.from({ length: last - first + 1 }, (_, step) => first + step)
}
