/**
 * Lines of a paragraph, chosen for the paragraph as a whole (Knuth & Plass, "Breaking paragraphs into lines",
 * 1981): of all ways to break it the one of least demerits, and for page make-up the best ways that take a
 * line more or fewer. Where nothing is good enough the tolerance grows; at last lines end ragged.
 */
import type { BrokenParagraph, Item, Line, LineStyle } from '../items.ts'

export interface LineShape {
  /** The measure, in CSS px. */
  readonly width: number
  /** Of the first line. */
  readonly indent: number
  readonly isJustified: boolean
  readonly style: LineStyle
  /** Size of the text. */
  readonly em: number
  /** How far the first line may hang. */
  readonly startHang: number
}

/** The demerits of everything that a reader may stumble over, in TeX's measure. */
const DEMERITS = {
  line: 10,
  /** Neighbours of visibly different colour. */
  contrast: 3000,
  secondHyphen: 12_000,
  /** A hyphen before the last line. */
  lastHyphen: 3000,
  shortLastLine: 8000,
  unjustified: 1e7,
  overfull: 1e9,
}

/** Highest stretch of a line, in units of its stretchability; the last allows every line. */
const TOLERANCES = [1.25, 2, 4, Number.POSITIVE_INFINITY]
/** A line that would stretch further ends ragged. */
const RAGGED = 4
/** More hyphens in a row than this never stand. */
const HYPHENS_IN_A_ROW = 2

interface Node {
  readonly item: number
  readonly line: number
  readonly fitness: number
  readonly hyphens: number
  readonly demerits: number
  readonly previous: Node | undefined
}

/** The sums of all items before each, so that any line is a difference. */
interface Sums {
  readonly width: Float64Array
  readonly space: Float64Array
  readonly spaces: Int32Array
  readonly letters: Int32Array
}

/** Best first, then a line fewer and a line more where they can be had within the first tolerance. */
export function breakLines(items: readonly Item[], shape: LineShape): readonly BrokenParagraph[] {
  const sums = sumsOf(items)
  for (const tolerance of TOLERANCES) {
    const ends = endsOf(items, sums, shape, tolerance)
    if (ends.length === 0) continue
    const best = ends.reduce((one, other) => (other.demerits < one.demerits ? other : one))
    const near = ends.filter(end => Math.abs(end.line - best.line) === 1)
    return [best, ...near].map(end => ({ demerits: end.demerits, lines: linesOf(end, items, sums, shape) }))
  }
  throw new Error('A paragraph without a forced break at its end.')
}

/** For each number of lines the best way to the end. */
function endsOf(items: readonly Item[], sums: Sums, shape: LineShape, tolerance: number): Node[] {
  let active: Node[] = [{ item: -1, line: 0, fitness: 1, hyphens: 0, demerits: 0, previous: undefined }]
  let ends: Node[] = []
  // Where every line is allowed, ways that differ in their number of lines are too many to follow.
  const isCounted = tolerance < Number.POSITIVE_INFINITY
  for (let at = 0; at < items.length; at += 1) {
    const item = items[at]
    if (!item || !isLegal(items, at)) continue
    const isForced = item.type === 'penalty' && item.cost === Number.NEGATIVE_INFINITY
    const best = new Map<number, Node>()
    const kept: Node[] = []
    let rescued: Node | undefined
    for (const node of active) {
      const fit = fitOf(items, sums, shape, node, at)
      if (fit.ratio < -1) {
        if (!rescued || node.item > rescued.item) rescued = node
        continue
      }
      if (!isForced) kept.push(node)
      if (fit.ratio > tolerance && !isForced) continue
      offer(best, successor(items, shape, node, at, fit), isCounted)
    }
    // In the last resort something that is too wide stands alone on its line.
    if (kept.length === 0 && best.size === 0 && rescued && tolerance === Number.POSITIVE_INFINITY) {
      const fit = fitOf(items, sums, shape, rescued, at)
      const node = successor(items, shape, rescued, at, fit)
      offer(best, { ...node, demerits: rescued.demerits + DEMERITS.overfull }, isCounted)
      // A third hyphen in a row is refused: then the line goes on.
      if (best.size === 0) kept.push(rescued)
    }
    active = kept.concat([...best.values()])
    if (isLast(items, at)) ends = [...best.values()]
    if (active.length === 0) return ends
  }
  const byLines = new Map<number, Node>()
  for (const end of ends) {
    const known = byLines.get(end.line)
    if (!known || end.demerits < known.demerits) byLines.set(end.line, end)
  }
  return [...byLines.values()]
}

function offer(best: Map<number, Node>, node: Node, isCounted: boolean): void {
  const key = ((isCounted ? node.line : 0) * 4 + node.fitness) * 4 + node.hyphens
  const known = best.get(key)
  if (node.hyphens <= HYPHENS_IN_A_ROW && (!known || node.demerits < known.demerits)) best.set(key, node)
}

interface Fit {
  /** Stretch (positive) or shrink of the line, in units of what it may give. */
  readonly ratio: number
  readonly scale: number
  readonly letterSpacing: number
  readonly wordSpacing: number
  readonly natural: number
  readonly target: number
  readonly space: number
  readonly spaces: number
}

function fitOf(items: readonly Item[], sums: Sums, shape: LineShape, node: Node, at: number): Fit {
  const { style } = shape
  const start = lineStart(items, node.item)
  const from = items[node.item]
  const to = items[at]
  const ownBefore = from?.type === 'penalty' ? from.widthAfter : 0
  const ownAfter = to?.type === 'penalty' ? to.width : 0
  const natural = value(sums.width, at) - value(sums.width, start) + ownBefore + ownAfter
  const space = value(sums.space, at) - value(sums.space, start)
  const spaces = value(sums.spaces, at) - value(sums.spaces, start)
  const target = shape.width - (node.line === 0 ? shape.indent : 0) + hangOf(items, shape, node, at)
  const missing = target - natural
  const common = { natural, target, space, spaces }
  if (!shape.isJustified || natural <= 0) {
    const ratio = missing < -0.01 ? -2 : (3 * missing) / shape.width
    return { ...common, ratio, scale: 1, letterSpacing: 0, wordSpacing: 0 }
  }
  // Letters give first, as they show it least; what they cannot take is the spaces'.
  const scale = 1 + clamp(missing / natural, style.expansion)
  const rest = target / scale - natural
  // Between all letters, and before the hyphen.
  const hyphen = to?.type === 'penalty' && to.isHyphen ? 1 : 0
  const gaps = Math.max(1, value(sums.letters, at) - value(sums.letters, start) - 1 + hyphen)
  const letterSpacing = clamp(rest / gaps, style.tracking * shape.em)
  const wordSpacing = spaces > 0 ? (rest - letterSpacing * gaps) / spaces : 0
  // A space is seen with the tracking on either side of it.
  const change = spaces > 0 ? (wordSpacing + 2 * letterSpacing) * spaces : rest - letterSpacing * gaps
  const give = space * (change < 0 ? style.shrink : style.stretch)
  const ratio = Math.abs(change) < 1e-6 ? 0 : give > 0 ? change / give : change < 0 ? -2 : 100
  return { ...common, ratio, scale, letterSpacing, wordSpacing }
}

function clamp(amount: number, limit: number): number {
  return Math.max(-limit, Math.min(limit, amount))
}

function hangOf(items: readonly Item[], shape: LineShape, node: Node, at: number): number {
  const { protrusion } = shape.style
  if (!shape.isJustified) return 0
  return (leftHang(items, shape, node) + rightHang(items, at)) * protrusion
}

function leftHang(items: readonly Item[], shape: LineShape, node: Node): number {
  if (node.item < 0) return shape.indent === 0 ? shape.startHang : 0
  const from = items[node.item]
  return from && from.type !== 'box' ? from.hangAfter : 0
}

function rightHang(items: readonly Item[], at: number): number {
  const to = items[at]
  return to && to.type !== 'box' ? to.hangBefore : 0
}

function successor(items: readonly Item[], shape: LineShape, node: Node, at: number, fit: Fit): Node {
  const item = items[at]
  const isHyphen = item?.type === 'penalty' && item.isHyphen
  const endsInHyphen = item?.type === 'penalty' && item.endsInHyphen
  const isEnd = isLast(items, at)
  // The last line, and one that the author ended, has its natural spaces unless it is full.
  const isFree = item?.type === 'penalty' && item.cost === Number.NEGATIVE_INFINITY && fit.ratio > 0
  const ratio = isFree ? 0 : fit.ratio
  const fitness = ratio < -0.5 ? 0 : ratio <= 0.5 ? 1 : ratio <= 1 ? 2 : 3
  const cost = item?.type === 'penalty' && Number.isFinite(item.cost) ? item.cost : 0
  const penalty = cost + (isHyphen ? shape.style['hyphen-penalty'] : 0)
  let demerits = (DEMERITS.line + badness(ratio)) ** 2 + penalty * penalty
  if (Math.abs(fitness - node.fitness) > 1) demerits += DEMERITS.contrast
  if (endsInHyphen && node.hyphens > 0) demerits += DEMERITS.secondHyphen
  if (isEnd && node.hyphens > 0) demerits += DEMERITS.lastHyphen
  if (isEnd && node.item >= 0 && fit.natural < shape.width * 0.12) demerits += DEMERITS.shortLastLine
  if (!isFree && ratio > RAGGED) demerits += DEMERITS.unjustified
  return {
    item: at,
    line: node.line + 1,
    fitness,
    hyphens: endsInHyphen ? node.hyphens + 1 : 0,
    demerits: node.demerits + demerits,
    previous: node,
  }
}

function badness(ratio: number): number {
  return Math.min(10_000, 100 * Math.abs(ratio) ** 3)
}

function linesOf(end: Node, items: readonly Item[], sums: Sums, shape: LineShape): Line[] {
  const lines: Line[] = []
  for (let node: Node | undefined = end; node?.previous; node = node.previous) {
    lines.unshift(lineOf(node.previous, node.item, items, sums, shape))
  }
  return lines
}

function lineOf(node: Node, at: number, items: readonly Item[], sums: Sums, shape: LineShape): Line {
  const { protrusion } = shape.style
  const fit = fitOf(items, sums, shape, node, at)
  const from = items[node.item]
  const to = items[at]
  const isForced = to?.type === 'penalty' && to.cost === Number.NEGATIVE_INFINITY
  const isRagged = !shape.isJustified || (isForced && fit.ratio > 0) || fit.ratio > RAGGED
  const isOverfull = fit.ratio < -1.001
  const hang = shape.isJustified ? leftHang(items, shape, node) * protrusion : 0
  const scale = isOverfull ? Math.min(1, fit.target / fit.natural) : isRagged ? 1 : fit.scale
  const isFilled = !isRagged && !isOverfull
  const wordSpacing = isFilled ? fit.wordSpacing : 0
  const letterSpacing = isFilled ? fit.letterSpacing : 0
  const natural = fit.spaces > 0 ? fit.space / fit.spaces : 0
  return {
    start: from && from.type !== 'box' ? from.end : 0,
    end: to && to.type !== 'box' ? to.at : 0,
    isHyphenated: to?.type === 'penalty' && to.isHyphen,
    endsInHyphen: to?.type === 'penalty' && to.endsInHyphen,
    natural: fit.natural,
    spaces: fit.spaces,
    wordSpacing,
    letterSpacing,
    scale,
    hang,
    offset: node.line === 0 ? shape.indent : 0,
    width: isFilled ? fit.target : fit.natural * scale,
    ratio: natural > 0 ? (scale * (natural + wordSpacing + 2 * letterSpacing)) / natural : 1,
    ...(isOverfull
      ? { fault: 'overfull' as const }
      : !isForced && fit.ratio > RAGGED && shape.isJustified
        ? { fault: 'loose' as const }
        : {}),
  }
}

function sumsOf(items: readonly Item[]): Sums {
  const width = new Float64Array(items.length + 1)
  const space = new Float64Array(items.length + 1)
  const spaces = new Int32Array(items.length + 1)
  const letters = new Int32Array(items.length + 1)
  items.forEach((item, at) => {
    const isGlue = item.type === 'glue'
    width[at + 1] = value(width, at) + (item.type === 'penalty' ? 0 : item.width)
    space[at + 1] = value(space, at) + (isGlue ? item.width : 0)
    spaces[at + 1] = value(spaces, at) + (isGlue ? 1 : 0)
    letters[at + 1] = value(letters, at) + (isGlue ? 1 : item.type === 'box' ? item.letters : 0)
  })
  return { width, space, spaces, letters }
}

/** Of a typed array within its length. */
function value(array: Float64Array | Int32Array, at: number): number {
  return array[at] ?? 0
}

function isLegal(items: readonly Item[], at: number): boolean {
  const item = items[at]
  if (item?.type === 'glue') return items[at - 1]?.type === 'box'
  return item?.type === 'penalty' && item.cost !== Number.POSITIVE_INFINITY
}

function isLast(items: readonly Item[], at: number): boolean {
  return at === items.length - 1
}

/** The first item of a line: glue after a break is dropped (TeXbook, chapter 14). */
function lineStart(items: readonly Item[], from: number): number {
  let at = from + 1
  if (from < 0) return 0
  while (items[at]?.type === 'glue') at += 1
  return at
}
