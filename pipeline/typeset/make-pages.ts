/**
 * Page make-up: the whole article considered at once. A page is a few choices (which floats stand at the
 * head and the foot of it and of each column, where each column ends); every choice leads to a state (the
 * place reached in the list, the floats and the rest of a note still to come); of all ways to a state the
 * one of least demerits is kept, page by page, and at the end the best way is followed back (after Plass,
 * "Optimal pagination techniques for automatic typesetting systems", 1981). A pure function over heights.
 */
import { type ColumnEnd, fillColumn, gridLines, type NoteRest, type Room } from './fill-column.ts'
import { DEMERITS } from './page-demerits.ts'
import { type Float, isBefore, type Position, type VerticalList } from './vertical-list.ts'

/** Lengths in CSS px. */
export interface PageShape {
  readonly columns: number
  /** Of the text area; a whole number of lines. */
  readonly height: number
  readonly baseline: number
  readonly noteRule: number
}

export interface PlannedPage {
  /** Floats across the page, by number in the list. */
  readonly top: readonly number[]
  readonly bottom: readonly number[]
  readonly columns: readonly PlannedColumn[]
  /** Height of a column, less than the page's on a balanced last page. */
  readonly height: number
}

export interface PlannedColumn {
  readonly top: readonly number[]
  readonly bottom: readonly number[]
  readonly start: Position
  readonly fill: ColumnEnd
}

interface State {
  readonly position: Position
  /** Floats placed so far: always the first ones of the list. */
  readonly floats: number
  readonly carried: NoteRest | undefined
  readonly cost: number
  readonly page: PlannedPage | undefined
  readonly previous: State | undefined
  readonly pages: number
}

/** Ways kept from page to page, and from column to column. */
const WAYS = 24
const COLUMN_WAYS = 8
const COLUMN_FLOATS = 3
/** How many lines lower than it could end a balanced page may end, where that spares worse. */
const LOWER = 3

export function makePages(list: VerticalList, shape: PageShape): readonly PlannedPage[] {
  const start: Position = { item: 0, line: 0, variant: 0 }
  let states: State[] = [
    {
      position: start,
      floats: 0,
      carried: undefined,
      cost: 0,
      page: undefined,
      previous: undefined,
      pages: 0,
    },
  ]
  let best: State | undefined
  const heights = reach(list)
  while (states.length > 0) {
    const next = new Map<string, State>()
    // Ways to a page meet in the same places.
    const memo = new Map<string, readonly ColumnEnd[]>()
    for (const state of states) {
      if (best && state.cost >= best.cost) continue
      for (const made of pagesFrom({ list, shape, state, heights, memo })) {
        if (isFinished(list, made)) {
          if (!best || made.cost < best.cost) best = made
          continue
        }
        const key = keyOf(made)
        const known = next.get(key)
        if (!known || made.cost < known.cost) next.set(key, made)
      }
    }
    states = [...next.values()].sort((one, other) => one.cost - other.cost).slice(0, WAYS)
  }
  if (!best) throw new Error('Page make-up found no way to the end of the article.')
  const pages: PlannedPage[] = []
  for (let state: State | undefined = best; state?.page; state = state.previous) pages.unshift(state.page)
  return pages
}

function keyOf({ position, floats, carried }: State): string {
  const rest = restKey(carried)
  return `${position.item}.${position.line}.${position.variant}.${floats}.${rest}`
}

function restKey(carried: NoteRest | undefined): string {
  return carried ? [carried.note, carried.line, ...(carried.after ?? [])].join('.') : ''
}

function isFinished(list: VerticalList, state: State): boolean {
  return state.position.item >= list.items.length && state.floats >= list.floats.length && !state.carried
}

/** The height of the list before each item, roughly: what a page can reach. */
function reach(list: VerticalList): readonly number[] {
  const heights = [0]
  for (const item of list.items) {
    const last = heights.at(-1) ?? 0
    if (item.type === 'break') heights.push(last)
    else if (item.type === 'block') heights.push(last + item.gap + item.height)
    else heights.push(last + item.gap + item.lineHeight * (item.variants[0]?.lines ?? 0))
  }
  return heights
}

interface PageContext {
  readonly list: VerticalList
  readonly shape: PageShape
  readonly state: State
  readonly heights: readonly number[]
  /** Columns that were filled for this page. */
  readonly memo: Map<string, readonly ColumnEnd[]>
}

function pagesFrom(context: PageContext): State[] {
  const { shape } = context
  const made: State[] = [...balancedPages(context)]
  // What ends here without being balanced has no part: its columns may end anywhere, at no cost.
  const isBalanced = made.length > 0
  const full = pagesOf(context, { height: shape.height, isLast: false, isLastResort: false })
  made.push(...full.filter(one => !isBalanced || !isFinished(context.list, one)))
  if (made.length === 0)
    made.push(...pagesOf(context, { height: shape.height, isLast: false, isLastResort: true }))
  return made
}

/** Where all that is left fits on one page, its columns end together: the lowest that hold it, or little more. */
function balancedPages(context: PageContext): State[] {
  const { list, shape, state, heights } = context
  const left = (heights.at(-1) ?? 0) - heightAt(list, heights, state.position)
  const floats = list.floats.slice(state.floats)
  const inColumns = sum(floats.filter(one => one.span === 'column').map(one => one.height + one.gap))
  const across = sum(floats.filter(one => one.span === 'page').map(one => one.height + one.gap))
  const least = (left * 0.9 + inColumns) / shape.columns + across
  if (least > shape.height) return []
  const first = Math.max(1, Math.ceil(least / shape.baseline) - 1)
  const made: State[] = []
  let lowest = Number.POSITIVE_INFINITY
  for (let lines = first; lines * shape.baseline <= shape.height + 0.01; lines += 1) {
    if (lines > lowest + LOWER) break
    const ways = pagesOf(context, { height: lines * shape.baseline, isLast: true, isLastResort: false })
    const scant = lines < 3 && state.pages > 0 ? DEMERITS.scantLastPage : 0
    for (const one of ways.filter(one => isFinished(list, one))) {
      lowest = Math.min(lowest, lines)
      made.push({ ...one, cost: one.cost + scant + DEMERITS.shortColumn * (lines - lowest) ** 2 })
    }
  }
  return made
}

function heightAt(list: VerticalList, heights: readonly number[], { item, line }: Position): number {
  const current = list.items[item]
  const inside = current?.type === 'paragraph' ? line * current.lineHeight : 0
  return (heights[item] ?? heights.at(-1) ?? 0) + inside
}

interface PageKind {
  readonly height: number
  /** It must hold all that is left: ways to anything else would crowd out those. */
  readonly isLast: boolean
  readonly isLastResort: boolean
}

/** A page as far as it is filled. */
interface Partial {
  readonly position: Position
  readonly floats: number
  readonly carried: NoteRest | undefined
  readonly cost: number
  readonly columns: readonly PlannedColumn[]
  readonly isBroken: boolean
}

function pagesOf(context: PageContext, kind: PageKind): State[] {
  const { list, shape, state } = context
  const result: State[] = []
  for (const frame of framesOf(context, kind)) {
    let ways: Partial[] = [
      {
        position: state.position,
        floats: state.floats + frame.top.length,
        carried: state.carried,
        cost: 0,
        columns: [],
        isBroken: false,
      },
    ]
    for (let column = 0; column < shape.columns; column += 1) {
      const further = ways.flatMap(way => columnsFrom({ context, kind, frame, way, column }))
      ways = bestOf(further, COLUMN_WAYS * (column + 1))
    }
    for (const way of ways) {
      const made = finished(context, kind, frame, way)
      if (made) result.push(made)
    }
  }
  return dropWorse(result, list)
}

/** What stands across the page: the first floats still to come at its head, one at its foot. */
interface Frame {
  readonly top: readonly number[]
  readonly bottom: readonly number[]
  /** Height left to the columns. */
  readonly height: number
}

function framesOf(context: PageContext, kind: PageKind): Frame[] {
  const { list, shape, state } = context
  const { floats } = list
  const isReachable = reachable(context)
  const frames: Frame[] = []
  const opening = floats.slice(state.floats).filter(one => one.isOpening).length
  for (let count = 0; ; count += 1) {
    const top = Array.from({ length: count }, (_, index) => state.floats + index)
    const last = floats[top.at(-1) ?? -1]
    if (count > 0 && (!last || last.span !== 'page' || !isReachable(state.floats + count - 1))) break
    const height = heightLeft(list, top, kind.height, shape.baseline, kind.isLastResort)
    if (height < -0.01) break
    if (count < opening) continue
    frames.push({ top, bottom: [], height })
    const foot = floats.findIndex((one, index) => index >= state.floats + count && one.span === 'page')
    const atFoot = floats[foot]
    if (atFoot && !atFoot.isOpening && isReachable(foot)) {
      const rest = heightLeft(list, [foot], height, shape.baseline)
      if (rest >= 0) frames.push({ top, bottom: [foot], height: rest })
    }
  }
  return frames
}

/** Whether the first mention of a float may come to stand on the page that begins here. */
function reachable({ list, shape, state, heights }: PageContext): (float: number) => boolean {
  const from = heightAt(list, heights, state.position)
  return float => {
    const one = list.floats[float]
    if (!one) return false
    return heightAt(list, heights, one.mention) <= from + shape.columns * shape.height * 1.1
  }
}

/** Floats above or below text: their heights with the white space between and after them, on the grid. */
export function stackHeight(list: VerticalList, floats: readonly number[], baseline: number): number {
  if (floats.length === 0) return 0
  const white = sum(floats.map(one => list.floats[one]?.gap ?? 0))
  const full = sum(floats.map(one => list.floats[one]?.height ?? 0)) + white
  return gridLines(full, white, baseline) * baseline
}

/** What floats leave of a height. One alone may fill it, without white space; in the last resort overfill it. */
function heightLeft(
  list: VerticalList,
  floats: readonly number[],
  height: number,
  baseline: number,
  isLastResort = false,
): number {
  const left = height - stackHeight(list, floats, baseline)
  const own = list.floats[floats[0] ?? -1]?.height ?? 0
  return left < 0 && floats.length === 1 && (isLastResort || own <= height) ? 0 : left
}

interface ColumnStep {
  readonly context: PageContext
  readonly kind: PageKind
  readonly frame: Frame
  readonly way: Partial
  readonly column: number
}

function columnsFrom(step: ColumnStep): Partial[] {
  const { context, kind, frame, way, column } = step
  const { list, shape, memo } = context
  if (way.isBroken) return [way]
  const result: Partial[] = []
  for (const { top, bottom } of columnFloats(step)) {
    const isLast = kind.isLastResort && bottom.length === 0
    const above = heightLeft(list, top, frame.height, shape.baseline, isLast)
    const height = heightLeft(list, bottom, above, shape.baseline)
    if (height < -0.01) continue
    const floatNotes = notesOf(list, [
      ...(column === 0 ? [...frame.top, ...frame.bottom] : []),
      ...top,
      ...bottom,
    ])
    const isPageEnd = column === shape.columns - 1
    const room: Room = {
      height,
      baseline: shape.baseline,
      noteRule: shape.noteRule,
      carried: way.carried,
      floatNotes,
      isPageEnd,
      isLastResort: kind.isLastResort,
    }
    const rest = restKey(way.carried)
    const { item, line, variant } = way.position
    const key = [height, item, line, variant, rest, floatNotes, isPageEnd, kind.isLastResort].join('|')
    const ends = memo.get(key) ?? fillColumn(list, way.position, room)
    memo.set(key, ends)
    const own = floatCost(list, top, bottom)
    for (const fill of ends) {
      if (kind.isLast && isPageEnd && fill.end.item < list.items.length) continue
      const floats = way.floats + top.length + bottom.length
      const early = [...top, ...bottom].filter(one => !isMentioned(list, one, fill.end)).length
      result.push({
        position: fill.end,
        floats,
        carried: fill.carried,
        cost: way.cost + fill.cost + own + early * DEMERITS.floatBeforeMention,
        columns: [...way.columns, { top, bottom, start: way.position, fill }],
        isBroken: fill.forced === 'page',
      })
    }
  }
  return result
}

/** Every split of the next floats between head and foot of the column. */
function columnFloats({ context, frame, way }: ColumnStep): { top: number[]; bottom: number[] }[] {
  const { list } = context
  const isReachable = reachable(context)
  const splits: { top: number[]; bottom: number[] }[] = []
  for (let count = 0; count <= COLUMN_FLOATS; count += 1) {
    const numbers = Array.from({ length: count }, (_, index) => way.floats + index)
    const last = list.floats[numbers.at(-1) ?? -1]
    if (count > 0 && (!last || last.span !== 'column' || !isReachable(way.floats + count - 1))) break
    if (numbers.some(one => frame.bottom.includes(one))) break
    for (let atTop = 0; atTop <= count; atTop += 1) {
      if (count - atTop <= 1) splits.push({ top: numbers.slice(0, atTop), bottom: numbers.slice(atTop) })
    }
  }
  return splits
}

function floatCost(list: VerticalList, top: readonly number[], bottom: readonly number[]): number {
  let cost = Math.max(0, top.length + bottom.length - 1) * DEMERITS.floatStacked
  cost += bottom.length * DEMERITS.floatAtFoot
  const misplaced = (one: number, place: Float['placement']) => {
    const wanted = list.floats[one]?.placement
    return wanted !== undefined && wanted !== 'page' && wanted !== place
  }
  cost += top.filter(one => misplaced(one, 'top')).length * DEMERITS.floatMisplaced
  cost += bottom.filter(one => misplaced(one, 'bottom')).length * DEMERITS.floatMisplaced
  return cost
}

function notesOf(list: VerticalList, floats: readonly number[]): number[] {
  return floats.flatMap(one => list.floats[one]?.notes ?? [])
}

function isMentioned(list: VerticalList, float: number, end: Position): boolean {
  const one = list.floats[float]
  return one === undefined || isBefore(one.mention, end)
}

/** The page as a step to a state, or nothing where it may not be so. */
function finished(
  { list, state }: PageContext,
  kind: PageKind,
  frame: Frame,
  way: Partial,
): State | undefined {
  const floats = way.floats + frame.bottom.length
  // A float at the foot of the page comes after those of the columns.
  if (frame.bottom.some(one => one !== way.floats)) return undefined
  const isEnd = way.position.item >= list.items.length
  for (let one = state.floats; one < floats; one += 1) {
    if (!isEnd && !isMentioned(list, one, way.position)) return undefined
  }
  const isIdle = keyOf(state) === `${keyOf({ ...state, ...way, floats })}`
  // Only an article without anything is finished before its first page.
  if (isIdle && !isFinished(list, state)) return undefined
  let delayed = 0
  for (let one = floats; one < list.floats.length; one += 1) {
    if (isMentioned(list, one, way.position)) delayed += 1
  }
  const atFoot = frame.bottom.length * DEMERITS.floatAtFoot
  return {
    position: way.position,
    floats,
    carried: way.carried,
    cost: state.cost + way.cost + delayed * DEMERITS.floatDelayed + atFoot,
    page: { top: frame.top, bottom: frame.bottom, columns: way.columns, height: kind.height },
    previous: state,
    pages: state.pages + 1,
  }
}

function bestOf(ways: readonly Partial[], count: number): Partial[] {
  const best = new Map<string, Partial>()
  for (const way of ways) {
    const rest = restKey(way.carried)
    const key = `${way.position.item}.${way.position.line}.${way.position.variant}.${way.floats}.${rest}`
    const known = best.get(key)
    if (!known || way.cost < known.cost) best.set(key, way)
  }
  // For each number of floats its own: a way without them is cheap until they are late.
  const groups = Map.groupBy(best.values(), way => way.floats)
  return [...groups.values()].flatMap(group =>
    group.sort((one, other) => one.cost - other.cost).slice(0, count),
  )
}

function dropWorse(states: readonly State[], list: VerticalList): State[] {
  const best = new Map<string, State>()
  for (const state of states) {
    const key = isFinished(list, state) ? 'end' : keyOf(state)
    const known = best.get(key)
    if (!known || state.cost < known.cost) best.set(key, state)
  }
  return [...best.values()]
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
