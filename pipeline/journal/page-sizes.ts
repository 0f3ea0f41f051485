/** Sizes of paper by their usual names, and lengths as authors write them, in CSS px. */

const millimetre = 96 / 25.4
const inch = 96

/** Width and height. The sizes of ISO 216 and the American ones. */
const sizes: Readonly<Record<string, readonly [width: number, height: number]>> = {
  a3: [297 * millimetre, 420 * millimetre],
  a4: [210 * millimetre, 297 * millimetre],
  a5: [148 * millimetre, 210 * millimetre],
  b4: [250 * millimetre, 353 * millimetre],
  b5: [176 * millimetre, 250 * millimetre],
  letter: [8.5 * inch, 11 * inch],
  legal: [8.5 * inch, 14 * inch],
  executive: [7.25 * inch, 10.5 * inch],
}

export const pageSizeNames: readonly string[] = Object.keys(sizes)

/** The size of a paper: `a4`, `A4paper`, `letter`, `us-letter`, `letterpaper`. */
export function pageSize(name: string): readonly [width: number, height: number] | undefined {
  const plain = name
    .trim()
    .toLowerCase()
    .replace(/^us-/, '')
    .replace(/paper$/, '')
  return Object.hasOwn(sizes, plain) ? sizes[plain] : undefined
}

const units: Readonly<Record<string, number>> = {
  mm: millimetre,
  cm: 10 * millimetre,
  in: inch,
  pt: inch / 72,
  bp: inch / 72,
  pc: inch / 6,
  px: 1,
}

/** A length such as `2.5 cm` in CSS px; undefined for other texts. */
export function writtenLength(text: string): number | undefined {
  const [, digits, unit = ''] = /^(\d+(?:\.\d+)?|\.\d+)\s*([a-z]{2})$/.exec(text.trim().toLowerCase()) ?? []
  const factor = Object.hasOwn(units, unit) ? units[unit] : undefined
  return digits === undefined || factor === undefined ? undefined : Number(digits) * factor
}
