/**
 * Finds the vertical place of each item of a filled column. Text is on the baseline grid, and the white space
 * that brings it there is spread over the gaps since the last line on the grid. The arithmetic is the same as
 * in `fill-column.ts`, which chose the column.
 */

import { linesHeight, type Position, type VerticalList } from '../vertical-list.ts'
import { type ColumnEnd, gridLines } from './column-run.ts'

/** The place of an item in a column. `y` is counted from the head of the text of the column, in CSS px. */
export type ColumnPlace =
  | {
      readonly item: number
      readonly type: 'lines'
      readonly from: number
      readonly to: number
      readonly y: number
    }
  | { readonly item: number; readonly type: 'block'; readonly y: number }

/** An item that is placed after the last line on the grid. It may still move down. */
interface Pending {
  /** Index of the item in the list of places. */
  readonly index: number
  /** White space above the item that may grow. */
  readonly white: number
  /** Whether a paragraph of small type begins with the item. */
  readonly isJoint: boolean
}

export function placeColumn(
  list: VerticalList,
  start: Position,
  fill: ColumnEnd,
  baseline: number,
): ColumnPlace[] {
  const places: (ColumnPlace & { y: number })[] = []
  let pending: Pending[] = []
  let grid = 0
  let off = 0

  const add = (place: ColumnPlace, white: number, isJoint: boolean) => {
    pending.push({ index: places.length, white, isJoint })
    places.push({ ...place })
  }
  const shift = (from: number, by: number) => {
    for (const { index } of pending.slice(from)) {
      const place = places[index]
      if (place) place.y += by
    }
  }
  /** Moves the pending items apart so that the next line is on the grid. */
  const settle = (white: number, extra: number): void => {
    const total = pending.reduce((sum, item) => sum + item.white, 0) + white
    const added = (gridLines(off, total, baseline) + extra) * baseline - off
    pending.forEach((item, index) => {
      shift(index, total > 0 ? (added * item.white) / total : 0)
    })
    grid += off + added
    off = 0
    pending = []
  }

  for (let item = start.item; item <= fill.end.item; item++) {
    const current = list.items[item]
    const isFirst = item === start.item
    const last = item === fill.end.item ? fill.end.line : Number.POSITIVE_INFINITY
    if (!current || current.type === 'break' || last === 0) continue
    const gap = isFirst ? 0 : current.gap
    if (current.type === 'block') {
      off += gap
      add({ item, type: 'block', y: grid + off }, gap, false)
      off += current.height
      continue
    }
    const from = isFirst ? start.line : 0
    const variant = isFirst && start.line > 0 ? start.variant : (fill.variants.get(item) ?? 0)
    const to = Math.min(last, current.variants[variant]?.lines ?? 0)
    if (to <= from) continue
    if (Math.abs(current.lineHeight - baseline) < 0.01) {
      off += gap
      settle(gap, fill.extra.get(item) ?? 0)
      places.push({ item, type: 'lines', from, to, y: grid })
      grid += linesHeight(current, variant, { from, to })
    } else {
      off += gap
      add({ item, type: 'lines', from, to, y: grid + off }, gap, current.isStart && !isFirst)
      off += linesHeight(current, variant, { from, to })
    }
  }
  spreadAtFoot(pending, fill.spread, shift)
  return places
}

/**
 * Spreads paragraphs of small type at the foot of a column a little, so that neighbouring columns end
 * together.
 */
function spreadAtFoot(
  pending: readonly Pending[],
  spread: number,
  shift: (from: number, by: number) => void,
): void {
  const joints = pending.flatMap(({ isJoint }, index) => (isJoint ? [index] : []))
  if (spread <= 0) return
  for (const joint of joints) shift(joint, spread / joints.length)
}
