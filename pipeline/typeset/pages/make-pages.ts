/**
 * Page make-up, for the whole article at once (after Plass, "Optimal pagination techniques for automatic
 * typesetting systems", 1981). A page is a series of choices: which floats are at its head and foot and those
 * of its columns, and where each column ends. Choices lead to a state: the place reached in the list, the
 * floats placed, and the rest of a note. Only the cheapest way to each state is kept, page by page. At the
 * end the best way is traced back from the last page. This is a pure function of heights.
 */

import type { VerticalList } from '../vertical-list.ts'
import type { ColumnEnd } from './column-run.ts'
import { pageDemerits } from './page-demerits.ts'
import { type Frame, PageFloats } from './page-floats.ts'
import { type PageShape, type PlannedPage, shapeOf } from './page-plan.ts'
import { isFinished, keepBest, type State, stateKey } from './reached.ts'
import { noteRooms, type PageContext, type PageKind, type PartialPage, waysIn } from './ways-in-page.ts'

/** Number of ways that are kept after each page. */
const pageWays = 10
/**
 * The number of lines by which the columns of the last page may be higher than necessary, to avoid a bad
 * break.
 */
const mostBalanceLines = 4
/** How much higher than a page the text of a page can be if its paragraphs are set tighter, as a factor. */
const pageReach = 1.1

export function makePages(list: VerticalList, shape: PageShape): readonly PlannedPage[] {
  const floats = new PageFloats(list, shape.baseline)
  let best: State | undefined
  let states: State[] = [
    {
      position: { item: 0, line: 0, variant: 0 },
      floats: { figure: 0, table: 0 },
      carried: undefined,
      cost: 0,
      page: undefined,
      previous: undefined,
      pages: 0,
    },
  ]
  while (states.length > 0) {
    const next = new Map<string, State>()
    const memo = new Map<string, readonly ColumnEnd[]>()
    for (const state of states) {
      if (best && state.cost >= best.cost) continue
      for (const reached of pagesFrom({ list, shape: shapeOf(shape, state.pages), floats, memo, state })) {
        if (!isFinished(list, reached)) keepBest(next, reached)
        else if (!best || reached.cost < best.cost) best = reached
      }
    }
    states = [...next.values()].sort((first, second) => first.cost - second.cost).slice(0, pageWays)
  }
  if (!best) throw new Error('Page make-up found no way to the end of the article.')
  const pages: PlannedPage[] = []
  for (let state: State | undefined = best; state?.page; state = state.previous) pages.unshift(state.page)
  return pages
}

function pagesFrom(context: PageContext): State[] {
  const { list, shape } = context
  const balanced = balancedPages(context)
  const full = pagesOf(context, { height: shape.height, isLast: false, isLastResort: false })
  const states = [...balanced, ...(balanced.length > 0 ? full.filter(way => !isFinished(list, way)) : full)]
  if (states.length > 0) return states
  return pagesOf(context, { height: shape.height, isLast: false, isLastResort: true })
}

/**
 * The ways to make a last page: if everything that is left fits on one page, its columns end together, as
 * high up as possible.
 */
function balancedPages(context: PageContext): State[] {
  const { list, shape, floats, state } = context
  const left = floats.left(state.position, state.floats)
  const least = (left.text * 0.9 + left.inColumns) / shape.columns + left.across
  if (least > shape.height) return []
  const first = Math.max(1, Math.ceil(least / shape.baseline) - 1)
  let lowest: number | undefined
  const balanced: State[] = []
  for (let lines = first; lines * shape.baseline <= shape.height + 0.01; lines++) {
    if (lowest !== undefined && lines > lowest + mostBalanceLines) break
    const kind = { height: lines * shape.baseline, isLast: true, isLastResort: false }
    const finished = pagesOf(context, kind).filter(state => isFinished(list, state))
    if (finished.length > 0) lowest ??= lines
    const scant = state.pages === 0 ? 0 : scantCost(lowest ?? lines) + imprintCost(context)
    const uneven = (lines - (lowest ?? lines)) * pageDemerits.unbalanced
    balanced.push(...finished.map(last => ({ ...last, cost: last.cost + scant + uneven })))
  }
  return balanced
}

/** Cost of a last page whose columns could have only so many lines. */
function scantCost(lines: number): number {
  if (lines > 5) return 0
  return lines < 3 ? pageDemerits.scantLastPage : pageDemerits.shortLastPage
}

/** Cost of a last page that has little more than the imprint. */
function imprintCost({ list, shape, floats, state }: PageContext): number {
  if (list.imprint === undefined || floats.areLeft(state.floats)) return 0
  const imprint = { item: list.imprint, line: 0, variant: 0 }
  const text = floats.heightBefore(imprint) - floats.heightBefore(state.position)
  return text <= 3.01 * shape.baseline ? pageDemerits.imprintAlone : 0
}

function pagesOf(context: PageContext, kind: PageKind): State[] {
  const { shape, state, floats } = context
  const reach = floats.heightBefore(state.position) + shape.columns * shape.height * pageReach
  const result = new Map<string, State>()
  const follow = (frame: Frame): readonly PartialPage[] => {
    const ways = waysIn(context, kind, frame, reach)
    for (const way of ways) {
      const reached = stateAfter(context, kind, frame, way)
      if (reached) keepBest(result, reached)
    }
    return ways
  }
  for (const frame of floats.frames(state.floats, kind.height, reach, kind.isLastResort)) {
    const ways = follow(frame)
    if (frame.bottom.length === 0 || kind.isLastResort) continue
    for (const noteRoom of noteRooms(context, ways)) {
      const height = frame.height - noteRoom
      if (height > 0) follow({ ...frame, height, noteRoom })
    }
  }
  return [...result.values()]
}

/** The state after the page, or undefined if the page is not allowed. */
function stateAfter(context: PageContext, kind: PageKind, frame: Frame, way: PartialPage): State | undefined {
  const { list, floats, state } = context
  // A float at the foot of the page follows the floats of its queue in the columns.
  if (!frame.bottom.every(one => floats.isNext(one, way.floats))) return undefined
  const after = {
    position: way.position,
    floats: floats.count(way.floats, frame.bottom),
    carried: way.carried,
  }
  const placed = [
    ...frame.top,
    ...frame.bottom,
    ...way.columns.flatMap(({ top, bottom }) => [...top, ...bottom]),
  ]
  const isEnd = way.position.item >= list.items.length
  if (!isEnd && !placed.every(one => floats.isMentioned(one, way.position))) return undefined
  // A page must make progress, unless the article is empty, or its first page is too low for what begins it.
  const mayBeEmpty = isFinished(list, state) || (kind.isLastResort && isLowFirst(context))
  if (stateKey(state) === stateKey(after) && !mayBeEmpty) return undefined
  const { top, bottom, noteRoom } = frame
  const hasNotes = way.columns.some(({ fill }) => fill.notes.length > 0)
  const notesCost = bottom.length > 0 && noteRoom === 0 && hasNotes ? pageDemerits.notesAboveFloat : 0
  return {
    ...after,
    cost: state.cost + way.cost + floats.delayCost(after.floats, way.position) + notesCost,
    page: { top, bottom, noteRoom, columns: way.columns, height: kind.height },
    previous: state,
    pages: state.pages + 1,
  }
}

function isLowFirst({ shape, state }: PageContext): boolean {
  return state.pages === 0 && shape.first !== undefined
}
