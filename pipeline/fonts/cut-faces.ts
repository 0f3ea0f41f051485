/**
 * The faces of a page cut down to its characters: a page with one formula would carry 540 KB of a font for mathematics. What
 * the browser makes of the text is kept with it: capitals, hyphens, the slanted letters of formulas, root signs.
 */
import { fontCutter } from '../tools/fonts/harfbuzz.ts'
import { unpackWoff2 } from '../tools/fonts/woff2.ts'
import { type FontFace, pointsInRange } from './font-faces.ts'
import { packWoff } from './pack-woff.ts'

/** What a browser sets without being told: hyphens, bullets, quotation marks of `<q>`, the cut of a long line, root signs. */
const unwritten = '\u00A0\u00AD\u2010\u2011–—‘’“”…•◦▪−√'
/** What is on a keyboard: a few hundred bytes, and words of a script need not be looked for. */
const ascii = [0x20, 0x7e] as const
/** The letters that the browser takes for a variable of one letter in a formula: italic Latin, dotless, Greek, and Planck's h. */
const slanted = [
  [0x1d434, 0x1d467],
  [0x1d6a4, 0x1d6a5],
  [0x1d6e2, 0x1d71b],
  [0x210e, 0x210e],
] as const

/** `text`: everything that the page shows, and its style sheet, whose `content` is shown too. */
export async function cutFaces(faces: readonly FontFace[], text: string): Promise<readonly FontFace[]> {
  const points = shownPoints(text)
  const cut = fontCutter()
  const small = faces.map(async face => {
    const own = pointsInRange(points, face.range)
    if (own.length === 0) return []
    return [{ ...face, data: packWoff(cut(await unpackWoff2(face.data), own)) }]
  })
  return (await Promise.all(small)).flat()
}

function shownPoints(text: string): ReadonlySet<number> {
  const escapes = Array.from(text.matchAll(/\\([0-9a-f]{1,6})/gi), ([, hex = '']) => Number.parseInt(hex, 16))
  const pieces = [...new Set(text), ...(text.match(/\P{M}\p{M}+/gu) ?? [])]
  const cases = pieces.flatMap(piece => [piece, piece.toUpperCase(), piece.toLowerCase()])
  // A letter and its accent are one glyph or two, as the font has them.
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
