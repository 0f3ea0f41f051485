/** Measures a line between two breaks of a paragraph: its content, its room, how well it can be filled. */
import type { DropRoom } from '../galley.ts'
import type { Item, LineStyle } from '../items.ts'
import { type Fit, fitLine, type LineRoom } from './fit-line.ts'

export interface LineShape {
  /** The width of the column, in CSS px. */
  readonly width: number
  /** Indent of the first line. */
  readonly indent: number
  /** The room of a drop cap at the beginning of the first lines. */
  readonly drop?: DropRoom
  readonly isJustified: boolean
  readonly style: LineStyle
  /** Font size of the text. */
  readonly em: number
  /** How far the first line may hang. */
  readonly startHang: number
}

export interface Shape extends LineShape {
  /** The greatest stretch of a justified line, in units of its stretchability. */
  readonly mostRatio: number
}

/** The break at which a line begins. */
export interface LineStart {
  /** Index of the item; -1 at the beginning of the paragraph. */
  readonly item: number
  /** Number of lines before it. */
  readonly line: number
}

/** Sums over all items before each item. The width of a line is the difference of two sums. */
export interface Sums {
  readonly width: Float64Array
  readonly space: Float64Array
  readonly spaces: Int32Array
  readonly letters: Int32Array
}

export interface Measured extends Fit, LineRoom {}

/** The line from a break to the break at an item, filled as well as it can be. */
export function fitOf(
  items: readonly Item[],
  sums: Sums,
  shape: Shape,
  node: LineStart,
  at: number,
): Measured {
  const { style, em } = shape
  const start = lineStart(items, node.item)
  const from = items[node.item]
  const to = items[at]
  const widthBefore = from?.type === 'penalty' ? from.widthAfter : 0
  const widthAfter = to?.type === 'penalty' ? to.width : 0
  const natural = value(sums.width, at) - value(sums.width, start) + widthBefore + widthAfter
  const space = value(sums.space, at) - value(sums.space, start)
  const spaces = value(sums.spaces, at) - value(sums.spaces, start)
  const target = shape.width - indentOf(items, shape, node) + hangOf(items, shape, node, at)
  // Tracking goes between all letters and before the hyphen.
  const hyphen = to?.type === 'penalty' && to.isHyphen ? 1 : 0
  const gaps = Math.max(1, value(sums.letters, at) - value(sums.letters, start) - 1 + hyphen)
  const room = { natural, target, space, spaces, gaps, em }
  if (shape.isJustified && natural > 0) return { ...room, ...fitLine(room, style, shape.mostRatio) }
  const ratio = target - natural < -0.01 ? -2 : (3 * (target - natural)) / shape.width
  return { ...room, ratio, scale: 1, letterSpacing: 0, wordSpacing: 0, letterFit: 0, strain: 0 }
}

function hangOf(items: readonly Item[], shape: Shape, node: LineStart, at: number): number {
  const { protrusion } = shape.style
  if (!shape.isJustified) return 0
  return (leftHang(items, shape, node) + rightHang(items, at)) * protrusion
}

export function leftHang(items: readonly Item[], shape: Shape, node: LineStart): number {
  if (node.item < 0) return shape.indent === 0 && !shape.drop ? shape.startHang : 0
  const from = items[node.item]
  return from && from.type !== 'box' ? from.hangAfter : 0
}

function rightHang(items: readonly Item[], at: number): number {
  const to = items[at]
  return to && to.type !== 'box' ? to.hangBefore : 0
}

/** The indent of the line after a break: of the first line, beside a drop cap, or of code that continues. */
export function indentOf(items: readonly Item[], shape: Shape, node: LineStart): number {
  if (shape.drop && node.line < shape.drop.lines) return shape.drop.width
  if (node.line === 0) return shape.indent
  const from = items[node.item]
  return (from?.type === 'penalty' && from.continued) || 0
}

/** Whether a line keeps its natural spaces, because it is ragged, forced to end, or does not fit. */
export function isNatural(items: readonly Item[], shape: Shape, at: number, { ratio }: Fit): boolean {
  const to = items[at]
  const isForced = to?.type === 'penalty' && to.cost === Number.NEGATIVE_INFINITY
  return !shape.isJustified || (isForced && ratio > 0) || ratio > shape.mostRatio || isTooWide(ratio)
}

export function isTooWide(ratio: number): boolean {
  return ratio < -1.001
}

export function sumsOf(items: readonly Item[]): Sums {
  const width = new Float64Array(items.length + 1)
  const space = new Float64Array(items.length + 1)
  const spaces = new Int32Array(items.length + 1)
  const letters = new Int32Array(items.length + 1)
  items.forEach((item, at) => {
    const isGlue = item.type === 'glue'
    const isElastic = isGlue && !item.isFixed
    width[at + 1] = value(width, at) + (item.type === 'penalty' ? 0 : item.width)
    space[at + 1] = value(space, at) + (isElastic ? item.width : 0)
    spaces[at + 1] = value(spaces, at) + (isElastic ? 1 : 0)
    letters[at + 1] = value(letters, at) + (isGlue ? 1 : item.type === 'box' ? item.letters : 0)
  })
  return { width, space, spaces, letters }
}

/** The number at an index, which is always inside the array. */
function value(array: Float64Array | Int32Array, at: number): number {
  return array[at] ?? 0
}

/** The first item of a line after a break. Glue there is dropped (TeXbook, chapter 14). */
function lineStart(items: readonly Item[], from: number): number {
  let at = from + 1
  if (from < 0) return 0
  while (items[at]?.type === 'glue') at++
  return at
}
