/**
 * Page make-up, for the whole article at once (after Plass, "Optimal pagination techniques for automatic
 * typesetting systems", 1981). A page is a series of choices: which floats are at its head and foot and those
 * of its columns, and where each column ends. Choices lead to a state: the place reached in the list, the
 * floats placed, and the rest of a note. Only the cheapest way to each state is kept, page by page. At the
 * end the best way is traced back from the last page. This is a pure function of heights.
 */

import type { Position, VerticalList } from '../vertical-list.ts'
import { type ColumnEnd, type NoteRest, notesHeight, type Room } from './column-run.ts'
import { fillColumn } from './fill-column.ts'
import { pageDemerits } from './page-demerits.ts'
import { type Counts, type Frame, PageFloats } from './page-floats.ts'
import { type PageShape, type PlannedColumn, type PlannedPage, shapeOf } from './page-plan.ts'

/** Everything that matters for the following pages. */
interface Reached {
  readonly position: Position
  readonly floats: Counts
  readonly carried: NoteRest | undefined
}

interface State extends Reached {
  readonly cost: number
  readonly page: PlannedPage | undefined
  readonly previous: State | undefined
  readonly pages: number
}

/** A page whose first columns are filled. */
interface PartialPage extends Reached {
  readonly cost: number
  readonly columns: readonly PlannedColumn[]
  /** Whether the author ended the page. */
  readonly isBroken: boolean
}

/** Number of ways that are kept after each page. */
const pageWays = 10
/** Number of ways that are kept after each column, for each number of placed floats. */
const columnWays = 4
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

function restKey(carried: NoteRest | undefined): string {
  return carried ? [carried.note, carried.line, ...(carried.after ?? [])].join('.') : ''
}

function stateKey({ position, floats, carried }: Reached): string {
  const rest = restKey(carried)
  return `${position.item}.${position.line}.${position.variant}.${floats.figure}.${floats.table}.${rest}`
}

function keepBest<T extends Reached & { readonly cost: number }>(best: Map<string, T>, way: T): void {
  const key = stateKey(way)
  const previous = best.get(key)
  if (!previous || way.cost < previous.cost) best.set(key, way)
}

function isFinished(list: VerticalList, { position, floats, carried }: Reached): boolean {
  return position.item >= list.items.length && floats.figure + floats.table >= list.floats.length && !carried
}

interface PageContext {
  readonly list: VerticalList
  readonly shape: PageShape
  readonly floats: PageFloats
  /** Results of `fillColumn` for this page, from any state, by all its inputs. */
  readonly memo: Map<string, readonly ColumnEnd[]>
  readonly state: State
}

interface PageKind {
  readonly height: number
  /** Whether the page must hold everything that is left. Other ways are not followed then. */
  readonly isLast: boolean
  readonly isLastResort: boolean
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

/** The best ways to fill the columns between floats across the page. */
function waysIn(context: PageContext, kind: PageKind, frame: Frame, reach: number): readonly PartialPage[] {
  const { shape, state, floats } = context
  let ways: PartialPage[] = [
    {
      position: state.position,
      floats: floats.count(state.floats, frame.top),
      carried: state.carried,
      cost:
        floats.placeCost(frame) +
        beforeOpening(
          state,
          frame.top.filter(one => !floats.isOpening(one)),
        ),
      columns: [],
      isBroken: false,
    },
  ]
  for (let column = 0; column < shape.columns; column++) {
    ways = bestOf(ways.flatMap(way => columnsFrom({ context, kind, frame, way, column, reach })))
  }
  return ways
}

/**
 * Heights in whole lines for notes below a float across the page, before which the columns are filled again:
 * what the columns need if their notes are above the float.
 */
function noteRooms({ list, shape }: PageContext, ways: readonly PartialPage[]): readonly number[] {
  const needed = ways.map(({ columns }) => {
    const heights = columns.map(({ fill }) => notesHeight(list, fill.notes, shape.noteRule))
    return Math.ceil(Math.max(0, ...heights) / shape.baseline - 1e-6) * shape.baseline
  })
  return [...new Set(needed)].filter(height => height > 0)
}

/** Cost of floats that are above the first line of the article. */
function beforeOpening({ position }: Reached, top: readonly number[]): number {
  const isOpening = position.item === 0 && position.line === 0
  return isOpening ? top.length * pageDemerits.floatBeforeOpening : 0
}

interface ColumnStep {
  readonly context: PageContext
  readonly kind: PageKind
  readonly frame: Frame
  readonly way: PartialPage
  readonly column: number
  readonly reach: number
}

function columnsFrom(step: ColumnStep): PartialPage[] {
  const { context, kind, frame, way, column, reach } = step
  const { list, shape, floats } = context
  if (way.isBroken) return [way]
  return floats.inColumn(way.floats, reach).flatMap(choice => {
    const { top, bottom } = choice
    const above = floats.heightLeft(top, frame.height, kind.isLastResort && bottom.length === 0)
    const height = floats.heightLeft(bottom, above)
    if (height < -0.01 || frame.bottom.some(one => top.includes(one) || bottom.includes(one))) return []
    const placed = [...top, ...bottom]
    const later = placed.length * column * pageDemerits.floatInLaterColumn
    const placeCost = floats.placeCost(choice) + beforeOpening(way, top) + later
    const mustEnd = kind.isLast && column === shape.columns - 1
    const ends = filledColumns(step, placed, height).filter(
      ({ end }) => !mustEnd || end.item >= list.items.length,
    )
    return ends.map((fill): PartialPage => {
      const early = placed.filter(one => !floats.isMentioned(one, fill.end)).length
      return {
        position: fill.end,
        floats: floats.count(way.floats, placed),
        carried: fill.carried,
        cost: way.cost + fill.cost + placeCost + early * pageDemerits.floatBeforeMention,
        columns: [...way.columns, { top, bottom, start: way.position, fill }],
        isBroken: fill.forced === 'page',
      }
    })
  })
}

function filledColumns(
  { context, kind, frame, way, column }: ColumnStep,
  placed: readonly number[],
  height: number,
) {
  const { list, shape, floats, memo } = context
  const isPageEnd = column === shape.columns - 1
  const room: Room = {
    height,
    baseline: shape.baseline,
    noteRoom: frame.noteRoom,
    noteRule: shape.noteRule,
    carried: way.carried,
    floatNotes: floats.notes([...(column === 0 ? [...frame.top, ...frame.bottom] : []), ...placed]),
    isFloated: placed.length + frame.top.length + frame.bottom.length > 0,
    isTextless: floats.isTextless([...placed, ...frame.top, ...frame.bottom]),
    isPageEnd,
    isBalanced: kind.isLast,
    isLastResort: kind.isLastResort,
  }
  const { item, line, variant } = way.position
  const rest = restKey(way.carried)
  const key = [
    item,
    line,
    variant,
    height,
    frame.noteRoom,
    rest,
    room.floatNotes,
    room.isFloated,
    room.isTextless,
    isPageEnd,
    kind.isLast,
    kind.isLastResort,
  ].join('|')
  const previous = memo.get(key)
  if (previous) return previous
  const ends = fillColumn(list, way.position, room)
  memo.set(key, ends)
  return ends
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

/**
 * The best ways to each place, for each number of placed floats: a way without floats is cheap at first, and
 * would crowd out the others before its floats are late.
 */
function bestOf(ways: readonly PartialPage[]): PartialPage[] {
  const best = new Map<string, PartialPage>()
  for (const way of ways) keepBest(best, way)
  const groups = Map.groupBy(best.values(), way => `${way.floats.figure}.${way.floats.table}`)
  return [...groups.values()].flatMap(group =>
    group.sort((first, second) => first.cost - second.cost).slice(0, columnWays),
  )
}
