/**
 * Page make-up: the whole article considered at once. A page is a few choices (which floats stand at the
 * head and the foot of it and of each column, where each column ends); every choice leads to a state (the
 * place reached in the list, the floats and the rest of a note still to come); of all ways to a state the
 * one of least demerits is kept, page by page, and at the end the best way is followed back (after Plass,
 * "Optimal pagination techniques for automatic typesetting systems", 1981). A pure function over heights.
 */
import { type ColumnEnd, fillColumn, gridLines, type NoteRest, type Room } from './fill-column.ts'
import { DEMERITS } from './page-demerits.ts'
import {
  type Float,
  isBefore,
  type Position,
  type Queue,
  queues,
  type VerticalList,
} from './vertical-list.ts'

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
  /** How many floats of each queue are placed: always its first ones. */
  readonly floats: Counts
  readonly carried: NoteRest | undefined
  readonly cost: number
  readonly page: PlannedPage | undefined
  readonly previous: State | undefined
  readonly pages: number
}

type Counts = Readonly<Record<Queue, number>>

/** Ways kept from page to page, and from column to column. */
const WAYS = 24
const COLUMN_WAYS = 8
const FLOATS_AT_ONCE = 3

export function makePages(list: VerticalList, shape: PageShape): readonly PlannedPage[] {
  const start: Position = { item: 0, line: 0, variant: 0 }
  let states: State[] = [
    {
      position: start,
      floats: { figure: 0, table: 0 },
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
    for (const state of states) {
      if (best && state.cost >= best.cost) continue
      for (const made of pagesFrom({ list, shape, state, heights })) {
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

/** What decides how it goes on from here. */
function keyOf({ position, floats, carried }: Pick<State, 'position' | 'floats' | 'carried'>): string {
  const rest = carried ? `${carried.note}.${carried.line}` : ''
  return `${position.item}.${position.line}.${position.variant}.${floats.figure}.${floats.table}.${rest}`
}

function isFinished(list: VerticalList, state: State): boolean {
  return (
    state.position.item >= list.items.length && waiting(list, state.floats).length === 0 && !state.carried
  )
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
}

function pagesFrom(context: PageContext): State[] {
  const { shape } = context
  const made: State[] = [...balancedPages(context)]
  made.push(...pagesOf(context, { height: shape.height, isLast: false, isLastResort: false }))
  if (made.length === 0)
    made.push(...pagesOf(context, { height: shape.height, isLast: true, isLastResort: true }))
  return made
}

/** Where all that is left fits on one page, its columns end together: the lowest that hold it. */
function balancedPages(context: PageContext): State[] {
  const { list, shape, state, heights } = context
  const left = (heights.at(-1) ?? 0) - heightAt(list, heights, state.position)
  const floats = waiting(list, state.floats).flatMap(one => list.floats[one] ?? [])
  const inColumns = sum(floats.filter(one => one.span === 'column').map(one => one.height + one.gap))
  const across = sum(floats.filter(one => one.span === 'page').map(one => one.height + one.gap))
  const least = (left * 0.9 + inColumns) / shape.columns + across
  if (least > shape.height) return []
  const first = Math.max(1, Math.ceil(least / shape.baseline) - 1)
  for (let lines = first; lines * shape.baseline <= shape.height + 0.01; lines += 1) {
    const ways = pagesOf(context, { height: lines * shape.baseline, isLast: true, isLastResort: false })
    const finished = ways.filter(one => isFinished(list, one))
    if (finished.length > 0) {
      const scant = lines < 3 && state.pages > 0 ? DEMERITS.scantLastPage : 0
      return finished.map(one => ({ ...one, cost: one.cost + scant }))
    }
  }
  return []
}

function heightAt(list: VerticalList, heights: readonly number[], { item, line }: Position): number {
  const current = list.items[item]
  const inside = current?.type === 'paragraph' ? line * current.lineHeight : 0
  return (heights[item] ?? heights.at(-1) ?? 0) + inside
}

interface PageKind {
  readonly height: number
  readonly isLast: boolean
  readonly isLastResort: boolean
}

/** A page as far as it is filled. */
interface Partial {
  readonly position: Position
  readonly floats: Counts
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
        floats: counted(list, state.floats, frame.top),
        carried: state.carried,
        cost: 0,
        columns: [],
        isBroken: false,
      },
    ]
    const memo = new Map<string, readonly ColumnEnd[]>()
    for (let column = 0; column < shape.columns; column += 1) {
      const further = ways.flatMap(way => columnsFrom({ context, kind, frame, way, column, memo }))
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
  const isReachable = reachable(context)
  const frames: Frame[] = []
  const opening = waiting(list, state.floats).filter(one => list.floats[one]?.isOpening)
  for (const top of nextFloats(list, state.floats, 'page', isReachable)) {
    const height = kind.height - stackHeight(list, top, shape.baseline)
    if (height < -0.01 || opening.some(one => !top.includes(one))) continue
    frames.push({ top, bottom: [], height })
    const rest = waiting(list, counted(list, state.floats, top))
    for (const queue of queues) {
      const foot = rest.find(one => list.floats[one]?.queue === queue && list.floats[one]?.span === 'page')
      if (foot === undefined || !isReachable(foot)) continue
      const above = height - stackHeight(list, [foot], shape.baseline)
      if (above >= -0.01) frames.push({ top, bottom: [foot], height: above })
    }
  }
  return frames
}

/** The floats still to come, by number. */
function waiting(list: VerticalList, placed: Counts): number[] {
  const seen = { figure: 0, table: 0 }
  return list.floats.flatMap((float, number) => {
    seen[float.queue] += 1
    return seen[float.queue] > placed[float.queue] ? [number] : []
  })
}

/** Every choice of the next ones of each queue that have this span; always also none. */
function nextFloats(
  list: VerticalList,
  placed: Counts,
  span: Float['span'],
  isReachable: (float: number) => boolean,
): number[][] {
  const rest = waiting(list, placed)
  const heads = queues.map(queue => {
    const own = rest.filter(one => list.floats[one]?.queue === queue)
    const end = own.findIndex(one => list.floats[one]?.span !== span || !isReachable(one))
    return own.slice(0, Math.min(FLOATS_AT_ONCE, end < 0 ? own.length : end))
  })
  const [figures = [], tables = []] = heads
  const choices: number[][] = []
  for (let figure = 0; figure <= figures.length; figure += 1) {
    for (let table = 0; table <= Math.min(tables.length, FLOATS_AT_ONCE - figure); table += 1) {
      choices.push([...figures.slice(0, figure), ...tables.slice(0, table)].sort((one, other) => one - other))
    }
  }
  return choices
}

function counted(list: VerticalList, placed: Counts, more: readonly number[]): Counts {
  const counts = { ...placed }
  for (const one of more) counts[list.floats[one]?.queue ?? 'figure'] += 1
  return counts
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

interface ColumnStep {
  readonly context: PageContext
  readonly kind: PageKind
  readonly frame: Frame
  readonly way: Partial
  readonly column: number
  readonly memo: Map<string, readonly ColumnEnd[]>
}

function columnsFrom(step: ColumnStep): Partial[] {
  const { context, kind, frame, way, column, memo } = step
  const { list, shape } = context
  if (way.isBroken) return [way]
  const result: Partial[] = []
  for (const { top, bottom } of columnFloats(step)) {
    const height =
      frame.height - stackHeight(list, top, shape.baseline) - stackHeight(list, bottom, shape.baseline)
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
      mayBeShort: kind.isLast && isPageEnd,
      isLastResort: kind.isLastResort,
    }
    const key = `${height}|${keyOf(way)}|${floatNotes}|${column}`
    const ends = memo.get(key) ?? fillColumn(list, way.position, room)
    memo.set(key, ends)
    const own = floatCost(list, top, bottom)
    for (const fill of ends) {
      const floats = counted(list, way.floats, [...top, ...bottom])
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

/** The next floats, split in every way between head and foot of the column. */
function columnFloats({ context, frame, way }: ColumnStep): { top: number[]; bottom: number[] }[] {
  const { list } = context
  return nextFloats(list, way.floats, 'column', reachable(context)).flatMap(numbers => {
    if (numbers.some(one => frame.bottom.includes(one))) return []
    const all = { top: numbers, bottom: [] }
    return numbers.length === 0 ? [all] : [all, { top: numbers.slice(0, -1), bottom: numbers.slice(-1) }]
  })
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
  // A float at the foot of the page comes after those of its queue in the columns.
  const next = waiting(list, way.floats)
  const isInOrder = frame.bottom.every(
    one => next.find(other => list.floats[other]?.queue === list.floats[one]?.queue) === one,
  )
  if (!isInOrder) return undefined
  const floats = counted(list, way.floats, frame.bottom)
  const isEnd = way.position.item >= list.items.length
  const rest = new Set(waiting(list, floats))
  const placed = waiting(list, state.floats).filter(one => !rest.has(one))
  if (!isEnd && placed.some(one => !isMentioned(list, one, way.position))) return undefined
  const after = { position: way.position, floats, carried: way.carried }
  if (keyOf(state) === keyOf(after)) return undefined
  const late = [...rest].filter(one => isMentioned(list, one, way.position))
  const delayed = sum(
    late.map(one => (list.floats[one]?.queue === 'table' ? DEMERITS.tableDelayed : DEMERITS.figureDelayed)),
  )
  const atFoot = frame.bottom.length * DEMERITS.floatAtFoot
  return {
    ...after,
    cost: state.cost + way.cost + delayed + atFoot,
    page: { top: frame.top, bottom: frame.bottom, columns: way.columns, height: kind.height },
    previous: state,
    pages: state.pages + 1,
  }
}

function bestOf(ways: readonly Partial[], count: number): Partial[] {
  const best = new Map<string, Partial>()
  for (const way of ways) {
    const key = keyOf(way)
    const known = best.get(key)
    if (!known || way.cost < known.cost) best.set(key, way)
  }
  // For each number of floats its own: a way without them is cheap until they are late.
  const groups = Map.groupBy(best.values(), way => `${way.floats.figure}.${way.floats.table}`)
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
