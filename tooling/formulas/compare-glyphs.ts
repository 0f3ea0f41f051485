/**
 * Compares the places of the characters of a formula with those of the same formula set by TeX. The formulas
 * are laid over each other so that most characters coincide: baselines are aligned by the median of all
 * vertical distances, starts by the median of all horizontal ones. Then every character is displaced by the
 * greater distance of the two corners of its ink box, so that a wrong size counts as much as a wrong place.
 */
import { combiningAccents } from '../../pipeline/resolve/formulas/setting/set-accent.ts'
import type { Glyph } from './formula.ts'

export interface Displacement {
  readonly text: string
  /** To the right and up, in em. */
  readonly x: number
  readonly y: number
  /** In em. */
  readonly distance: number
}

export interface Comparison {
  readonly mean: number
  readonly largest: Displacement | undefined
  readonly displacements: readonly Displacement[]
  /** Characters that only one of the two has. */
  readonly missing: readonly string[]
  readonly added: readonly string[]
}

/** Characters that the fonts or programs write in several ways → one of them. */
const sameCharacters: Readonly<Record<string, string>> = {
  ...combiningAccents,
  '\u0305': '\u0304',
  '⃗': '→',
  '⃖': '←',
  '⟶': '→',
  '⟵': '←',
  '⟹': '⇒',
  '⟺': '⇔',
  '-': '−',
  '‐': '−',
  "'": '′',
  '∣': '|',
  '∥': '‖',
  ϵ: '𝜖',
  '⋅': '·',
  '∗': '*',
  '∶': ':',
  '〈': '⟨',
  '〉': '⟩',
  µ: 'μ',
  Ω: 'Ω',
}

/** Pieces of large brackets, bars and braces, and characters without Unicode number. */
const piece = /^[|∣‖∥\u2320\u2321\u239B-\u23B7\u23DC-\u23E1\uFFFD-\uFFFF\p{Cc}\p{Co}]$/u
/** Bars, which may be single characters too. */
const bar = /^[|∣‖∥]$/

export function compareGlyphs(ours: readonly Glyph[], reference: readonly Glyph[]): Comparison {
  let shift = {
    x: (reference[0]?.left ?? 0) - (ours[0]?.left ?? 0),
    y: (reference[0]?.bottom ?? 0) - (ours[0]?.bottom ?? 0),
  }
  const from = joined(ours)
  const to = joined(reference)
  let pairs: (readonly [Glyph, Glyph])[] = []
  for (let round = 0; round < 4; round++) {
    pairs = pairsOf(from, to, shift)
    shift = {
      x: median(pairs.map(([glyph, other]) => other.left - glyph.left)),
      y: median(pairs.map(([glyph, other]) => other.bottom - glyph.bottom)),
    }
  }
  const displacements = pairs.map(([glyph, other]) => displacement(glyph, other, shift))
  const sum = displacements.reduce((total, { distance }) => total + distance, 0)
  const ourPaired = new Set(pairs.map(([glyph]) => glyph))
  const otherPaired = new Set(pairs.map(([, other]) => other))
  return {
    mean: sum / Math.max(1, displacements.length),
    largest: displacements.toSorted((a, b) => b.distance - a.distance)[0],
    displacements,
    missing: to.filter(glyph => !otherPaired.has(glyph)).map(({ text }) => text),
    added: from.filter(glyph => !ourPaired.has(glyph)).map(({ text }) => text),
  }
}

function displacement(glyph: Glyph, other: Glyph, shift: { x: number; y: number }): Displacement {
  const corners = [
    { x: glyph.left + shift.x - other.left, y: glyph.bottom + shift.y - other.bottom },
    { x: glyph.right + shift.x - other.right, y: glyph.top + shift.y - other.top },
  ].map(({ x, y }) => ({ x, y, distance: Math.hypot(x, y) }))
  const [worst = { x: 0, y: 0, distance: 0 }] = corners.toSorted((a, b) => b.distance - a.distance)
  // PDFium leaves out all but one piece of a long bar, so only the horizontal places of bars are compared.
  if (bar.test(glyph.text)) {
    const x = (glyph.left + glyph.right - other.left - other.right) / 2 + shift.x
    return { text: glyph.text, x, y: 0, distance: Math.abs(x) }
  }
  return { text: glyph.text, ...worst }
}

/** Pairs each character with the nearest one of the same kind that has no partner yet. */
function pairsOf(ours: readonly Glyph[], reference: readonly Glyph[], shift: { x: number; y: number }) {
  const candidates = ours.flatMap(glyph =>
    reference
      .filter(other => kindOf(other) === kindOf(glyph))
      .map(other => ({ glyph, other, distance: displacement(glyph, other, shift).distance })),
  )
  const taken = new Set<Glyph>()
  const pairs: (readonly [Glyph, Glyph])[] = []
  for (const { glyph, other } of candidates.toSorted((a, b) => a.distance - b.distance)) {
    if (taken.has(glyph) || taken.has(other)) continue
    taken.add(glyph).add(other)
    pairs.push([glyph, other])
  }
  return pairs
}

function kindOf({ text }: Glyph): string {
  if (piece.test(text) && !bar.test(text)) return 'piece'
  return (sameCharacters[text] ?? text).normalize('NFKD')
}

/** Joins the pieces of one large sign, which touch each other. */
function joined(glyphs: readonly Glyph[]): Glyph[] {
  const once = joinedOnce(glyphs)
  return once.length === glyphs.length ? once : joined(once)
}

function joinedOnce(glyphs: readonly Glyph[]): Glyph[] {
  const result: Glyph[] = []
  for (const glyph of glyphs) {
    const at = result.findIndex(
      other => piece.test(other.text) && piece.test(glyph.text) && isPart(glyph, other),
    )
    const other = result[at]
    if (other === undefined) result.push(glyph)
    else
      result[at] = {
        text: other.text,
        left: Math.min(glyph.left, other.left),
        right: Math.max(glyph.right, other.right),
        bottom: Math.min(glyph.bottom, other.bottom),
        top: Math.max(glyph.top, other.top),
      }
  }
  return result
}

function isPart(glyph: Glyph, other: Glyph): boolean {
  // PDFium leaves out the pieces between the ends of a long brace.
  const touch = /[\u23B4\u23B5\u23DC-\u23E1]/.test(glyph.text) ? 2 : 0.02
  return (
    glyph.left < other.right + touch &&
    other.left < glyph.right + touch &&
    glyph.bottom < other.top + touch &&
    other.bottom < glyph.top + touch
  )
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
