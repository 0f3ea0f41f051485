/**
 * How far a character hangs into the margin, as a share of its own width, so that the edge of the text looks
 * straight (Thành, "Micro-typographic extensions to the TeX typesetting system", 2000).
 */

const left: Readonly<Record<string, number>> = {
  '“': 0.4,
  '‘': 0.5,
  '«': 0.3,
  '‹': 0.3,
  '„': 0.3,
  '‚': 0.4,
  '"': 0.4,
  "'": 0.5,
  '(': 0.08,
  '[': 0.05,
  '–': 0.2,
  '—': 0.12,
  A: 0.04,
  T: 0.05,
  V: 0.05,
  W: 0.05,
  Y: 0.06,
  J: 0.05,
}

const right: Readonly<Record<string, number>> = {
  '.': 0.6,
  ',': 0.55,
  ':': 0.4,
  ';': 0.35,
  '-': 0.55,
  '‐': 0.55,
  '–': 0.25,
  '—': 0.15,
  '’': 0.55,
  '”': 0.4,
  '»': 0.3,
  '›': 0.3,
  '"': 0.4,
  "'": 0.5,
  '!': 0.12,
  '?': 0.1,
  ')': 0.08,
  ']': 0.05,
  r: 0.04,
  t: 0.04,
  f: 0.03,
  y: 0.04,
  v: 0.04,
  w: 0.03,
  T: 0.05,
  V: 0.05,
  W: 0.04,
  Y: 0.06,
}

export function leftProtrusion(character: string): number {
  return left[character] ?? 0
}

export function rightProtrusion(character: string): number {
  return right[character] ?? 0
}
