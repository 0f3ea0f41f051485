/**
 * Heights for what a column was filled with: each item at its place on the baseline grid, the surplus white
 * spread over the gaps that gave it. The same arithmetic as `fill-column.ts`, which chose the column.
 */

import { linesHeight, type Position, type VerticalList } from '../vertical-list.ts'
import { type ColumnEnd, gridLines } from './column-run.ts'

/** From the head of the column's text, in CSS px. */
export type ColumnPlace =
  | {
      readonly item: number
      readonly type: 'lines'
      readonly from: number
      readonly to: number
      readonly y: number
    }
  | { readonly item: number; readonly type: 'block'; readonly y: number }

interface Pending {
  readonly place: { readonly at: number }
  /** White space over it that may grow, and whether it begins an item of small type. */
  readonly white: number
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
    pending.push({ place: { at: places.length }, white, isJoint })
    places.push({ ...place })
  }
  const shift = (from: number, by: number) => {
    for (const one of pending.slice(from)) {
      const place = places[one.place.at]
      if (place) place.y += by
    }
  }
  /** What stands off the grid since its last line moves apart, so that the next line stands on it. */
  const settle = (white: number, extra: number): void => {
    const total = pending.reduce((sum, one) => sum + one.white, 0) + white
    const added = (gridLines(off, total, baseline) + extra) * baseline - off
    pending.forEach((one, index) => {
      shift(index, total > 0 ? (added * one.white) / total : 0)
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
  spreadAtFoot(pending, fill.blank, shift)
  return places
}

/** Small type at the foot of a column is spread a little, so that the column ends with its neighbour. */
function spreadAtFoot(
  pending: readonly Pending[],
  blank: number,
  shift: (from: number, by: number) => void,
): void {
  const joints = pending.flatMap((one, index) => (one.isJoint ? [index] : []))
  if (joints.length === 0 || blank <= 0 || blank > joints.length * 3) return
  for (const joint of joints) shift(joint, blank / joints.length)
}
