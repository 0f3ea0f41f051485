/**
 * Finds all ways to fill a column from a place in the vertical list: where it can end, at what cost, and
 * which paragraphs and gaps gain or lose a line so that it ends at its foot. Text is on the baseline grid.
 * After headings, equations and small type, white space brings the text back to the grid. This is a pure
 * function of heights.
 */

import { linesHeight, type Paragraph, type Position, type VerticalList } from '../vertical-list.ts'
import { breakCost, lineBreakCost } from './break-cost.ts'
import { openColumn, takeNotes } from './column-notes.ts'
import { bottom, type ColumnEnd, gridLines, type Room, type Run, textLimit } from './column-run.ts'
import { emptyColumn, endColumn, mostBlankLines, overfullColumn, shortCost } from './end-column.ts'
import { pageDemerits } from './page-demerits.ts'

export function fillColumn(list: VerticalList, start: Position, room: Room): readonly ColumnEnd[] {
  const ends: ColumnEnd[] = []
  const run = openColumn(list, start, room)
  if (!run) return []
  const limit = () => textLimit(run, room)
  let bestShort: ColumnEnd | undefined
  let least = Number.POSITIVE_INFINITY
  const record = (
    end: Position,
    cost: number,
    variants: ReadonlyMap<number, number>,
    forced?: 'page' | 'column',
  ) => {
    const blank = textLimit(run, room) - bottom(run)
    const isEnd = end.item >= list.items.length
    const isShort = blank > mostBlankLines * room.baseline && !forced && !isEnd
    // Only the best of the short ways is kept. It is used if there is no other.
    const estimate = cost + shortCost(room) * (blank / room.baseline) ** 2
    if (isShort && !room.isLastResort && estimate > least) return
    const candidate = endColumn({ list, run, room, end, cost, variants, forced })
    if (!candidate) return
    if (isShort && !room.isLastResort) {
      bestShort = candidate
      least = estimate
    } else ends.push(candidate)
  }
  // A line of a note that is higher than the column has the column for itself.
  if (run.noteHeight > room.height) return room.isLastResort ? [overfullColumn(run, start)] : []
  if (room.isFloated || room.isTextless) ends.push(emptyColumn(list, run, room, start))
  if (room.isTextless) return ends
  const mayBeEmpty = run.carried || room.isLastResort
  if (mayBeEmpty && start.item < list.items.length) record(start, 0, new Map())
  for (let item = start.item; item <= list.items.length; item++) {
    const line = item === start.item ? start.line : 0
    if (item > start.item || start.line === 0) {
      const regular = breakCost(list.items, item)
      const isForbidden = regular === Number.POSITIVE_INFINITY
      const cost = room.isLastResort && isForbidden ? pageDemerits.overfull : regular
      const at = { item, line: 0, variant: 0 }
      if (item > start.item && Number.isFinite(cost)) record(at, cost, new Map())
      if (item === list.items.length && item === start.item) record(at, 0, new Map())
    }
    const current = list.items[item]
    if (!current) break
    if (current.type === 'break') {
      record({ item: item + 1, line: 0, variant: 0 }, 0, new Map(), current.kind)
      return ends
    }
    if (current.type === 'block') {
      advanceBlock(run, current, item === start.item)
      // A first item has nothing above it that could lose a line.
      const over = item === start.item ? 0.01 : room.baseline
      const fits = takeNotes(list, run, room, current.notes) && bottom(run) <= limit() + over
      if (fits) continue
      if (room.isLastResort && item === start.item)
        ends.push(overfullColumn(run, { item: item + 1, line: 0, variant: 0 }))
      break
    }
    const variant = line > 0 ? start.variant : 0
    if (
      !advanceParagraph({
        list,
        run,
        room,
        paragraph: current,
        item,
        line,
        variant,
        isFirst: item === start.item,
        isUnderHead: item === start.item + 1 && list.items[start.item]?.type === 'block',
        record,
      })
    )
      break
  }
  const isAnyFull = ends.some(end => end.end !== start)
  return isAnyFull || !bestShort ? ends : [...ends, bestShort]
}

function advanceBlock(run: Run, { gap, height }: { gap: number; height: number }, isFirst: boolean): void {
  run.off += (isFirst ? 0 : gap) + height
  run.white += isFirst ? 0 : gap
}

/** Adds white space so that the next line is on the grid. */
function returnToGrid(run: Run, baseline: number): void {
  run.grid += gridLines(run.off, run.white, baseline) * baseline
  run.off = 0
  run.white = 0
  run.joints = 0
}

interface ParagraphStep {
  readonly list: VerticalList
  readonly run: Run
  readonly room: Room
  readonly paragraph: Paragraph
  readonly item: number
  readonly line: number
  readonly variant: number
  readonly isFirst: boolean
  /**
   * Whether the paragraph follows a heading at the head of the column. No white space is added between the
   * two.
   */
  readonly isUnderHead: boolean
  readonly record: (end: Position, cost: number, variants: ReadonlyMap<number, number>) => void
}

/** Adds the lines of a paragraph. Returns false if the column is full. */
function advanceParagraph(step: ParagraphStep): boolean {
  const { run, room, paragraph, item, line, variant } = step
  const before = { ...run, slack: [...run.slack], notes: [...run.notes] }
  if (line === 0) {
    // The ends inside the other variants are recorded first, each from the state before the paragraph.
    for (let other = 1; other < paragraph.variants.length; other++) {
      throughLines({ ...step, variant: other })
      Object.assign(run, before, { slack: [...before.slack], notes: [...before.notes] })
    }
  }
  const isThrough = throughLines({ ...step, variant })
  if (!isThrough) return false
  const isOnGrid = Math.abs(paragraph.lineHeight - room.baseline) < 0.01
  if (line === 0) {
    paragraph.variants.forEach((alternative, index) => {
      const height = (of: number, to: number) => linesHeight(paragraph, of, { from: 0, to })
      const lines = Math.round(
        (height(index, alternative.lines) - height(0, paragraph.variants[0]?.lines ?? 0)) / room.baseline,
      )
      if (index > 0 && isOnGrid && (lines === 1 || lines === -1)) {
        run.slack.push({
          item,
          variant: index,
          lines,
          cost: pageDemerits.loosenedParagraph + alternative.cost,
        })
      }
    })
  }
  return true
}

function throughLines(step: ParagraphStep): boolean {
  const { list, run, room, paragraph, item, line, variant, isFirst, record } = step
  const set = paragraph.variants[variant]
  if (!set) throw new Error(`Paragraph ${item} has no variant ${variant}.`)
  const isOnGrid = Math.abs(paragraph.lineHeight - room.baseline) < 0.01
  const variants: ReadonlyMap<number, number> = variant === 0 ? new Map() : new Map([[item, variant]])
  const variantCost = line === 0 ? set.cost + (variant === 0 ? 0 : pageDemerits.loosenedParagraph) : 0
  for (let at = line; at < set.lines; at++) {
    const gap = at === 0 && !isFirst ? paragraph.gap : 0
    const height = linesHeight(paragraph, variant, { from: at, to: at + 1 })
    if (isOnGrid) {
      run.off += gap
      run.white += gap
      const hadWhite = run.white > 0
      returnToGrid(run, room.baseline)
      if (hadWhite && at === 0 && !step.isUnderHead)
        run.slack.push({ item, lines: 1, cost: pageDemerits.widerGap })
      run.grid += height
    } else {
      run.off += gap + height
      run.white += gap
      if (at === 0 && paragraph.isStart && !isFirst) run.joints++
    }
    if (!takeNotes(list, run, room, set.notes[at] ?? [])) return false
    if (bottom(run) > textLimit(run, room) + room.baseline + 0.01) return false
    const isInside = at + 1 < set.lines
    if (isInside) {
      const cost =
        variantCost +
        lineBreakCost(paragraph, set, at + 1, { before: list.items[item - 1], isPageEnd: room.isPageEnd })
      record({ item, line: at + 1, variant }, cost, variants)
    }
    // The rest of a note goes to the next column, so this column ends with the line of its mark.
    if (run.carried && isInside) return false
  }
  return true
}
