/**
 * Floats on a page: which ones can be next, at the head or the foot, across the page or in a column, and at
 * what cost. Figures keep their order, and so do tables.
 */

import { sum } from '../../values/sum.ts'
import {
  type Float,
  isBefore,
  type Position,
  type Queue,
  queues,
  type VerticalList,
} from '../vertical-list.ts'
import { gridLines } from './column-run.ts'
import { pageDemerits } from './page-demerits.ts'

/** Number of floats of each queue that are placed. These are always its first ones. */
export type Counts = Readonly<Record<Queue, number>>

/** Number of floats of a queue that are considered beyond those that are placed. */
const mostWaiting = 12
/** Greatest number of floats in one place, of both queues together. */
const mostInOnePlace = 3

/** Floats across the page, and the height that they leave to the columns. */
export interface Frame {
  readonly top: readonly number[]
  readonly bottom: readonly number[]
  readonly height: number
  /** Height for notes below the floats at the foot. If it is 0, notes are above these floats. */
  readonly noteRoom: number
}

/** Floats at the head and foot of a column. */
export interface ColumnFloats {
  readonly top: readonly number[]
  readonly bottom: readonly number[]
}

export class PageFloats {
  readonly #list: VerticalList
  readonly #baseline: number
  readonly #order: Readonly<Record<Queue, readonly number[]>>
  /** The approximate height of the list before each item. */
  readonly #heights: readonly number[]
  /** By queue and span: number of placed floats → the height of those that are still to come. */
  readonly #floatHeights: Readonly<Record<Queue, Readonly<Record<Float['span'], readonly number[]>>>>

  constructor(list: VerticalList, baseline: number) {
    const numbers = (queue: Queue) =>
      list.floats.flatMap((float, number) => (float.queue === queue ? [number] : []))
    this.#list = list
    this.#baseline = baseline
    this.#order = { figure: numbers('figure'), table: numbers('table') }
    this.#heights = heightsOf(list)
    const heightsIn = (queue: Queue) => {
      const floats = this.#order[queue].flatMap(number => list.floats[number] ?? [])
      return { column: heightsFrom(floats, 'column'), page: heightsFrom(floats, 'page') }
    }
    this.#floatHeights = { figure: heightsIn('figure'), table: heightsIn('table') }
  }

  /** The approximate height of the list before a place. */
  heightBefore({ item, line }: Position): number {
    const current = this.#list.items[item]
    const inside = current?.type === 'paragraph' ? line * current.lineHeight : 0
    return (this.#heights[item] ?? this.#heights.at(-1) ?? 0) + inside
  }

  /**
   * Heights that are still to be placed: of the text, of floats in columns, and of floats across the page.
   */
  left(position: Position, placed: Counts): { text: number; inColumns: number; across: number } {
    const heightOf = (span: Float['span']) =>
      sum(queues.map(queue => this.#floatHeights[queue][span][placed[queue]] ?? 0))
    return {
      text: (this.#heights.at(-1) ?? 0) - this.heightBefore(position),
      inColumns: heightOf('column'),
      across: heightOf('page'),
    }
  }

  areLeft(placed: Counts): boolean {
    return placed.figure + placed.table < this.#list.floats.length
  }

  /** The floats of a queue that are still to come. */
  #waiting(queue: Queue, placed: Counts): readonly number[] {
    return this.#order[queue].slice(placed[queue], placed[queue] + mostWaiting)
  }

  count(placed: Counts, more: readonly number[]): Counts {
    const counts = { ...placed }
    for (const number of more) counts[this.#list.floats[number]?.queue ?? 'figure']++
    return counts
  }

  /** Whether a float is one of the queue's next, after those that are placed. */
  isNext(float: number, placed: Counts): boolean {
    const queue = this.#list.floats[float]?.queue ?? 'figure'
    return this.#order[queue][placed[queue]] === float
  }

  /** All ways to set floats across a page of this height. Its text reaches to `reach` at most. */
  frames(placed: Counts, height: number, reach: number, isLastResort: boolean): Frame[] {
    const opening = queues
      .flatMap(queue => this.#waiting(queue, placed))
      .filter(number => this.#list.floats[number]?.isOpening)
    return this.#next(placed, 'page', reach).flatMap(top => {
      const rest = this.heightLeft(top, height, isLastResort)
      if (rest < -0.01 || opening.some(number => !top.includes(number))) return []
      const feet = queues.flatMap(queue => {
        const foot = this.#waiting(queue, this.count(placed, top)).find(
          number => this.#list.floats[number]?.span === 'page',
        )
        return foot !== undefined && this.#isReachable(foot, reach) ? [foot] : []
      })
      const atFoot = feet.map(foot => ({
        top,
        bottom: [foot],
        height: this.heightLeft([foot], rest),
        noteRoom: 0,
      }))
      return [
        { top, bottom: [], height: rest, noteRoom: 0 },
        ...atFoot.filter(frame => frame.height >= -0.01),
      ]
    })
  }

  /** All ways to set the next floats in a column: all at its head, or the last one at its foot. */
  inColumn(placed: Counts, reach: number): ColumnFloats[] {
    return this.#next(placed, 'column', reach).flatMap(numbers =>
      numbers.length === 0
        ? [{ top: [], bottom: [] }]
        : [
            { top: numbers, bottom: [] },
            { top: numbers.slice(0, -1), bottom: numbers.slice(-1) },
          ],
    )
  }

  /** All choices of the next floats of this span from both queues, and the choice of no float. */
  #next(placed: Counts, span: Float['span'], reach: number): number[][] {
    const [figures = [], tables = []] = queues.map(queue => {
      const waiting = this.#waiting(queue, placed)
      const end = waiting.findIndex(
        number => this.#list.floats[number]?.span !== span || !this.#isReachable(number, reach),
      )
      return waiting.slice(0, Math.min(mostInOnePlace, end < 0 ? waiting.length : end))
    })
    return Array.from({ length: figures.length + 1 }, (_, count) =>
      Array.from({ length: Math.min(tables.length, mostInOnePlace - count) + 1 }, (_, tableCount) =>
        [...figures.slice(0, count), ...tables.slice(0, tableCount)].sort((first, second) => first - second),
      ),
    ).flat()
  }

  #isReachable(float: number, reach: number): boolean {
    const mention = this.#list.floats[float]?.mention
    return mention !== undefined && this.heightBefore(mention) <= reach
  }

  /**
   * The height that floats leave; negative if they do not fit. In the last resort, a single float always
   * fits.
   */
  heightLeft(floats: readonly number[], height: number, isLastResort = false): number {
    const left = height - stackHeight(this.#list, floats, this.#baseline, height)
    return isLastResort && floats.length === 1 ? Math.max(0, left) : left
  }

  /** Whether the float is the title block. */
  isOpening(float: number): boolean {
    return this.#list.floats[float]?.isOpening === true
  }

  /** Whether the author wants one of the floats on a page without text. */
  isTextless(floats: readonly number[]): boolean {
    return floats.some(number => this.#list.floats[number]?.placement === 'page')
  }

  notes(floats: readonly number[]): number[] {
    return floats.flatMap(number => this.#list.floats[number]?.notes ?? [])
  }

  isMentioned(float: number, end: Position): boolean {
    const mention = this.#list.floats[float]?.mention
    return mention === undefined || isBefore(mention, end)
  }

  /** Cost of the floats that are mentioned before `end` and still to be placed. */
  delayCost(placed: Counts, end: Position): number {
    const late = (queue: Queue) =>
      this.#waiting(queue, placed).filter(number => this.isMentioned(number, end)).length
    return late('figure') * pageDemerits.figureDelayed + late('table') * pageDemerits.tableDelayed
  }

  /** Cost of the places of floats in a column or across the page. */
  placeCost({ top, bottom }: ColumnFloats): number {
    const misplaced = (floats: readonly number[], place: Float['placement']) =>
      floats.filter(number => {
        const wanted = this.#list.floats[number]?.placement
        return wanted !== undefined && wanted !== 'page' && wanted !== place
      }).length
    return (
      Math.max(0, top.length + bottom.length - 1) * pageDemerits.floatStacked +
      bottom.length * pageDemerits.floatAtFoot +
      (misplaced(top, 'top') + misplaced(bottom, 'bottom')) * pageDemerits.floatMisplaced
    )
  }
}

/**
 * The height of floats with white space, in whole lines. At most `limit` if the floats and the white space
 * between them fit into it: then only the space between floats and text is missing.
 */
export function stackHeight(
  list: VerticalList,
  floats: readonly number[],
  baseline: number,
  limit = Number.POSITIVE_INFINITY,
): number {
  if (floats.length === 0) return 0
  const white = sum(floats.map(number => list.floats[number]?.gap ?? 0))
  const bare = sum(floats.map(number => list.floats[number]?.height ?? 0))
  const between = white - (list.floats[floats.at(-1) ?? -1]?.gap ?? 0)
  const height = gridLines(bare + white, white, baseline) * baseline
  return height > limit && bare + between <= limit + 0.01 ? limit : height
}

/** For each float, the height with white space of those of this span that are not before it; at the end 0. */
function heightsFrom(floats: readonly Float[], span: Float['span']): readonly number[] {
  const heights = [0]
  for (const float of floats.toReversed()) {
    heights.push((heights.at(-1) ?? 0) + (float.span === span ? float.height + float.gap : 0))
  }
  return heights.reverse()
}

function heightsOf(list: VerticalList): readonly number[] {
  let total = 0
  const heights = [0]
  for (const item of list.items) {
    if (item.type === 'block') total += item.gap + item.height
    else if (item.type === 'paragraph') total += item.gap + item.lineHeight * (item.variants[0]?.lines ?? 0)
    heights.push(total)
  }
  return heights
}
