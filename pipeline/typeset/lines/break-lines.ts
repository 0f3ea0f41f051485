/**
 * Breaks a paragraph into lines, looking at the paragraph as a whole (Knuth & Plass, "Breaking paragraphs
 * into lines", 1981). Of all ways to break it, the one with the least demerits is taken. Page make-up also
 * gets the best ways with one line more or fewer. If no way is good enough, the tolerance grows, up to spaces
 * three times as wide as usual; in the end lines are set ragged.
 */
import type { BrokenParagraph, Item, Line } from '../items.ts'
import { evenLetters } from './even-letters.ts'
import {
  fitOf,
  indentOf,
  isNatural,
  isTooWide,
  type LineShape,
  type LineStart,
  leftHang,
  type Measured,
  type Shape,
  type Sums,
  sumsOf,
} from './measure-line.ts'
import { breakCosts } from './word-breaks.ts'

/**
 * Demerits of what disturbs a reader. They have the scale of TeX, where a line has `(line + badness)²`
 * demerits: a perfect line has 100, a line that stretches as far as the journal allows has 12 100 (TeXbook,
 * chapter 14).
 */
const lineDemerits = {
  /** Plain TeX's \linepenalty. It makes paragraphs with fewer lines cheaper. */
  line: 10,
  /**
   * Neighbouring lines of visibly different letters, for each class of fitness beyond two. Plain TeX's
   * \adjdemerits is 10 000.
   */
  contrast: 6000,
  /** A second line in a row that ends in a hyphen. About Plain TeX's \doublehyphendemerits (10 000). */
  secondHyphen: 12_000,
  /** A hyphen before the last line. About Plain TeX's \finalhyphendemerits (5000). */
  lastHyphen: 3000,
  /** A last line that is only the rest of a divided word. Only the last attempts allow it. */
  wordRest: 1e9,
  /** A last line shorter than 12 % of the width of the column. It costs less than two hyphens in a row. */
  shortLastLine: 8000,
  /** A line that is set ragged. It costs more than the loosest line that is justified. */
  ragged: 1e9,
  /**
   * A ragged line, times the square of the share of its width that stays empty. Two lines that end a little
   * early are better than a word alone.
   */
  white: 1e10,
  /** A line that does not fit. As much as a thousand ragged lines. */
  overfull: 1e13,
}

interface Attempt {
  /** Greatest stretch of a line, in units of its stretchability. */
  readonly tolerance: number
  /** Breaks that cost more are not allowed. */
  readonly mostCost: number
  /** True if a last line may be only the rest of a divided word. */
  readonly allowsWordRest?: true
}

const usualAttempts: readonly Attempt[] = [
  { tolerance: 1.25, mostCost: breakCosts.anywhere },
  { tolerance: 2, mostCost: breakCosts.anywhere },
  { tolerance: 4, mostCost: breakCosts.rescue },
]
/**
 * The widest space of a justified line, as a factor of the natural space. The attempt before the last allows
 * it, as TeX's \emergencystretch does. A line that would have to stretch further is set ragged.
 */
const widestSpace = 3
/** What letters beyond their limits cost, as stretch of the spaces. */
const strainRatio = 0.2
/** The greatest number of lines in a row that may end in a hyphen, if the journal does not say it. */
const usualHyphensInARow = 2

/** A way to a break: the break, and what the lines up to it cost. */
interface Node extends LineStart {
  readonly fitness: number
  readonly hyphens: number
  readonly demerits: number
  readonly previous: Node | undefined
}

/**
 * Breaks a paragraph. Returns the best way first, then the best with one line fewer and one line more, if the
 * same tolerance allows them.
 */
export function breakLines(items: readonly Item[], given: LineShape): readonly BrokenParagraph[] {
  const shape = { ...given, mostRatio: raggedRatio(given) }
  const sums = sumsOf(items)
  for (const attempt of attemptsOf(shape)) {
    const ends = endsOf(items, sums, shape, attempt)
    if (ends.length === 0) continue
    const best = ends.reduce((first, second) => (second.demerits < first.demerits ? second : first))
    const near = ends.filter(end => Math.abs(end.line - best.line) === 1)
    return [best, ...near].map(end => ({ demerits: end.demerits, lines: linesOf(end, items, sums, shape) }))
  }
  throw new Error('A paragraph without a forced break at its end.')
}

function attemptsOf(shape: Shape): readonly Attempt[] {
  const emergency = {
    tolerance: shape.mostRatio,
    mostCost: breakCosts.nameRescue,
    allowsWordRest: true,
  } as const
  const last = {
    tolerance: Number.POSITIVE_INFINITY,
    mostCost: breakCosts.host,
    allowsWordRest: true,
  } as const
  return [...usualAttempts, emergency, last]
}

/** The greatest stretch of a justified line, in units of its stretchability. */
function raggedRatio({ style }: LineShape): number {
  const usual = usualAttempts.map(({ tolerance }) => tolerance)
  return Math.max(...usual, (widestSpace - 1) / Math.max(style.stretch, 0.01))
}

/** The best way to the end of the paragraph, for each number of lines. */
function endsOf(items: readonly Item[], sums: Sums, shape: Shape, attempt: Attempt): Node[] {
  const { tolerance, mostCost } = attempt
  let active: Node[] = [{ item: -1, line: 0, fitness: 2, hyphens: 0, demerits: 0, previous: undefined }]
  let ends: Node[] = []
  // If every line is allowed, there are too many ways to keep one for each number of lines.
  const isCounted = tolerance < Number.POSITIVE_INFINITY
  const mostHyphens = shape.style.hyphens?.['in-a-row'] ?? usualHyphensInARow
  for (let at = 0; at < items.length; at++) {
    const item = items[at]
    if (!item || !isLegal(items, at, mostCost)) continue
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
      if (!attempt.allowsWordRest && isWordRest(items, node, at)) continue
      offer(best, successor(items, shape, node, at, fit), { isCounted, mostHyphens })
    }
    // In the last attempt, a word or atom that is too wide gets a line for itself.
    if (kept.length === 0 && best.size === 0 && rescued && tolerance === Number.POSITIVE_INFINITY) {
      const fit = fitOf(items, sums, shape, rescued, at)
      const node = successor(items, shape, rescued, at, fit)
      offer(best, { ...node, demerits: rescued.demerits + lineDemerits.overfull }, { isCounted, mostHyphens })
      // One hyphen too many in a row was refused, so the line goes on.
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

interface OfferRules {
  /** True if the best way is kept for each number of lines. */
  readonly isCounted: boolean
  /** At most 3, as ways are kept apart by their hyphens in a row. */
  readonly mostHyphens: number
}

function offer(best: Map<number, Node>, node: Node, { isCounted, mostHyphens }: OfferRules): void {
  const key = ((isCounted ? node.line : 0) * fitnessClasses + node.fitness) * 4 + node.hyphens
  const known = best.get(key)
  if (node.hyphens <= mostHyphens && (!known || node.demerits < known.demerits)) best.set(key, node)
}

function successor(items: readonly Item[], shape: Shape, node: Node, at: number, fit: Measured): Node {
  const item = items[at]
  const isHyphen = item?.type === 'penalty' && item.isHyphen
  const endsInHyphen = item?.type === 'penalty' && item.endsInHyphen
  const isEnd = isLast(items, at)
  // The last line, or a line that the author ends, keeps its natural spaces unless it is full.
  const isFree = item?.type === 'penalty' && item.cost === Number.NEGATIVE_INFINITY && fit.ratio > 0
  const ratio = isFree ? 0 : fit.ratio
  const strained = ratio + (isFree ? 0 : Math.sign(ratio) * fit.strain * strainRatio)
  const fitness = fitnessOf(isFree ? 0 : fit.letterFit, ratio)
  const cost = item?.type === 'penalty' && Number.isFinite(item.cost) ? item.cost : 0
  const hyphens = isHyphen ? (item.isCapitalized ? 2 : 1) : 0
  const penalty = cost + hyphens * shape.style['hyphen-penalty']
  const isRagged = !isFree && ratio > shape.mostRatio
  const white = Math.max(0, 1 - fit.natural / fit.target)
  let demerits = isRagged
    ? lineDemerits.ragged + lineDemerits.white * white ** 2
    : (lineDemerits.line + badness(strained)) ** 2
  demerits += penalty * penalty
  demerits += lineDemerits.contrast * Math.max(0, Math.abs(fitness - node.fitness) - 2)
  if (endsInHyphen && node.hyphens > 0) demerits += lineDemerits.secondHyphen
  if (isEnd && node.hyphens > 0) demerits += lineDemerits.lastHyphen
  if (isWordRest(items, node, at)) demerits += lineDemerits.wordRest
  if (isEnd && node.item >= 0 && fit.natural < shape.width * 0.12) demerits += lineDemerits.shortLastLine
  return {
    item: at,
    line: node.line + 1,
    fitness,
    hyphens: endsInHyphen ? node.hyphens + 1 : 0,
    demerits: node.demerits + demerits,
    previous: node,
  }
}

/** Whether the last line is only the rest of a divided word. */
function isWordRest(items: readonly Item[], node: Node, at: number): boolean {
  if (node.hyphens === 0 || !isLast(items, at)) return false
  const line = items.slice(node.item + 1, at)
  const space = line.findIndex(({ type }) => type === 'glue')
  // White space at the end of the paragraph does not count.
  return space < 0 || line.slice(space).every(({ type }) => type !== 'box')
}

const fitnessClasses = 6

/** The class of a line: letters from narrow (0) to wide (4), and lines whose spaces are wide as well (5). */
function fitnessOf(letterFit: number, ratio: number): number {
  if (ratio > 1) return 5
  const limits = [-0.024, -0.008, 0.008, 0.024]
  return limits.filter(limit => letterFit > limit).length
}

function badness(ratio: number): number {
  return 100 * Math.abs(ratio) ** 3
}

function linesOf(end: Node, items: readonly Item[], sums: Sums, shape: Shape): Line[] {
  const nodes: Node[] = []
  for (let node: Node | undefined = end; node; node = node.previous) nodes.unshift(node)
  const ends = nodes.slice(1)
  const fitted = ends.map((node, index) => {
    const fit = fitOf(items, sums, shape, nodes[index] ?? node, node.item)
    return { room: fit, fit, isNatural: isNatural(items, shape, node.item, fit) }
  })
  const fits = shape.isJustified ? evenLetters(fitted, shape.style) : fitted.map(({ fit }) => fit)
  return ends.map((node, index) => {
    const line = fitted[index]
    const previous = nodes[index]
    if (!line || !previous) throw new Error('A line without its fit.')
    return lineOf(previous, node.item, items, shape, { ...line.room, ...fits[index] })
  })
}

function lineOf(node: Node, at: number, items: readonly Item[], shape: Shape, fit: Measured): Line {
  const { protrusion } = shape.style
  const from = items[node.item]
  const to = items[at]
  const isContinued = from?.type === 'penalty' && from.continued !== undefined
  const isForced = to?.type === 'penalty' && to.cost === Number.NEGATIVE_INFINITY
  const isOverfull = isTooWide(fit.ratio)
  const isFilled = !isNatural(items, shape, at, fit)
  const hang = shape.isJustified ? leftHang(items, shape, node) * protrusion : 0
  const scale = isOverfull ? Math.min(1, fit.target / fit.natural) : isFilled ? fit.scale : 1
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
    offset: indentOf(items, shape, node),
    ...(isContinued && { isContinued: true as const }),
    width: isFilled ? fit.target : fit.natural * scale,
    ratio: natural > 0 ? (scale * (natural + wordSpacing + 2 * letterSpacing)) / natural : 1,
    ...(isOverfull
      ? { fault: 'overfull' as const }
      : !isForced && !isFilled && shape.isJustified
        ? { fault: 'loose' as const }
        : {}),
  }
}

function isLegal(items: readonly Item[], at: number, mostCost: number): boolean {
  const item = items[at]
  if (item?.type === 'glue') return items[at - 1]?.type === 'box'
  return item?.type === 'penalty' && item.cost <= mostCost
}

function isLast(items: readonly Item[], at: number): boolean {
  return at === items.length - 1
}
