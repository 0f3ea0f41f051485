/** What it costs to end a column between two lines of a paragraph, or between two items of the list. */

import type { Paragraph, Variant, VerticalItem } from '../vertical-list.ts'
import { pageDemerits } from './page-demerits.ts'

interface LineBreak {
  /** The item before the paragraph. */
  readonly before: VerticalItem | undefined
  readonly isPageEnd: boolean
}

/** Cost of ending a column before `line` of a paragraph. */
export function lineBreakCost(
  paragraph: Paragraph,
  set: Variant,
  line: number,
  { before, isPageEnd }: LineBreak,
): number {
  const left = set.lines - line
  let cost = 0
  const isOrphan = line === 1 || line < (paragraph.keptLines ?? 0)
  if (isOrphan && paragraph.isStart) cost += pageDemerits.orphan
  if (line === 1 && !paragraph.isStart) cost += pageDemerits.lineAfterEquation
  if (line === 1 && before?.type === 'block' && before.keepsWithNext) cost += pageDemerits.headingWithOneLine
  if (left === 1) cost += paragraph.isEnd ? pageDemerits.widow : pageDemerits.lineBeforeEquation
  if (paragraph.keepsTogether) cost += pageDemerits.keptParagraphCut
  if (set.hyphens[line - 1]) cost += isPageEnd ? pageDemerits.hyphenAtPage : pageDemerits.hyphenAtColumn
  return cost
}

/** Cost of ending a column before an item; `Infinity` if it must not end there. */
export function breakCost(items: readonly VerticalItem[], item: number): number {
  const before = items[item - 1]
  const after = items[item]
  if (after?.type === 'break') return Number.POSITIVE_INFINITY
  if (!before || !after || before.type === 'break') return 0
  if (before.keepsWithNext) return Number.POSITIVE_INFINITY
  let cost = 0
  if (before.type === 'paragraph' && before.isLeadIn) cost += pageDemerits.afterLeadIn
  if (after.type === 'block' && after.keepsWithPrevious) {
    const isOrphan = before.type === 'paragraph' && before.isStart && before.variants[0]?.lines === 1
    return cost + (isOrphan ? pageDemerits.orphan : pageDemerits.beforeEquation)
  }
  if (after.type === 'paragraph' && !after.isStart) cost += pageDemerits.afterEquation
  if (after.type === 'paragraph') cost += listBreakCost(before, after)
  const heading = items[item - 2]
  const isShort = before.type === 'paragraph' && before.variants[0]?.lines === 1
  if (isShort && heading?.type === 'block' && heading.keepsWithNext) cost += pageDemerits.headingWithOneLine
  return cost
}

/** Cost of a break that leaves a single item of a list, or parts the list from what introduces it. */
function listBreakCost(before: VerticalItem, after: Paragraph): number {
  if (after.item === undefined || before.type !== 'paragraph') return 0
  if (after.item === 'first') return before.isLeadIn ? 0 : pageDemerits.beforeList
  const alone = after.item === 'second' ? before : after
  return pageDemerits.listItemAlone / (alone.variants[0]?.lines ?? 1) ** 2
}
