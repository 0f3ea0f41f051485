/**
 * Floats on a page: which may come next, across the page or in a column, at the head or at the foot, and
 * what it costs. Each queue (figures, tables) keeps its order.
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

/** How many floats of each queue are placed: always its first ones. */
export type Counts = Readonly<Record<Queue, number>>

/** Floats of a queue that are looked at beyond those that are placed; of both together in one place. */
const mostWaiting = 12
const mostInOnePlace = 3

/** What stands across the page, and the height it leaves to the columns. */
export interface Frame {
  readonly top: readonly number[]
  readonly bottom: readonly number[]
  readonly height: number
}

/** What stands in a column beside its text. */
export interface ColumnFloats {
  readonly top: readonly number[]
  readonly bottom: readonly number[]
}

export class PageFloats {
  readonly #list: VerticalList
  readonly #baseline: number
  readonly #order: Readonly<Record<Queue, readonly number[]>>
  /** The height of the list before each item, roughly. */
  readonly #heights: readonly number[]

  constructor(list: VerticalList, baseline: number) {
    const numbers = (queue: Queue) =>
      list.floats.flatMap((float, number) => (float.queue === queue ? [number] : []))
    this.#list = list
    this.#baseline = baseline
    this.#order = { figure: numbers('figure'), table: numbers('table') }
    this.#heights = heightsOf(list)
  }

  /** The height of the list before a place, roughly. */
  heightBefore({ item, line }: Position): number {
    const current = this.#list.items[item]
    const inside = current?.type === 'paragraph' ? line * current.lineHeight : 0
    return (this.#heights[item] ?? this.#heights.at(-1) ?? 0) + inside
  }

  /** The height of what is left of the text; of the floats in columns; of those across the page. */
  left(position: Position, placed: Counts): { text: number; inColumns: number; across: number } {
    const floats = queues
      .flatMap(queue => this.#waiting(queue, placed))
      .flatMap(one => this.#list.floats[one] ?? [])
    const heightOf = (span: Float['span']) =>
      sum(floats.filter(one => one.span === span).map(one => one.height + one.gap))
    return {
      text: (this.#heights.at(-1) ?? 0) - this.heightBefore(position),
      inColumns: heightOf('column'),
      across: heightOf('page'),
    }
  }

  /** The floats of a queue that are still to come. */
  #waiting(queue: Queue, placed: Counts): readonly number[] {
    return this.#order[queue].slice(placed[queue], placed[queue] + mostWaiting)
  }

  count(placed: Counts, more: readonly number[]): Counts {
    const counts = { ...placed }
    for (const one of more) counts[this.#list.floats[one]?.queue ?? 'figure'] += 1
    return counts
  }

  /** Whether a float is one of the queue's next, after those that are placed. */
  isNext(float: number, placed: Counts): boolean {
    const queue = this.#list.floats[float]?.queue ?? 'figure'
    return this.#order[queue][placed[queue]] === float
  }

  /** Every way to set floats across a page of this height whose text can reach to `reach`. */
  frames(placed: Counts, height: number, reach: number, isLastResort: boolean): Frame[] {
    const opening = queues
      .flatMap(queue => this.#waiting(queue, placed))
      .filter(one => this.#list.floats[one]?.isOpening)
    return this.#next(placed, 'page', reach).flatMap(top => {
      const rest = this.heightLeft(top, height, isLastResort)
      if (rest < -0.01 || opening.some(one => !top.includes(one))) return []
      const feet = queues.flatMap(queue => {
        const foot = this.#waiting(queue, this.count(placed, top)).find(
          one => this.#list.floats[one]?.span === 'page',
        )
        return foot !== undefined && this.#isReachable(foot, reach) ? [foot] : []
      })
      const atFoot = feet.map(foot => ({
        top,
        bottom: [foot],
        height: this.heightLeft([foot], rest),
      }))
      return [{ top, bottom: [], height: rest }, ...atFoot.filter(frame => frame.height >= -0.01)]
    })
  }

  /** The next floats that may stand in a column, split in every way between its head and foot. */
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

  /** Every choice of the next ones of each queue that have this span; also none. */
  #next(placed: Counts, span: Float['span'], reach: number): number[][] {
    const [figures = [], tables = []] = queues.map(queue => {
      const own = this.#waiting(queue, placed)
      const end = own.findIndex(
        one => this.#list.floats[one]?.span !== span || !this.#isReachable(one, reach),
      )
      return own.slice(0, Math.min(mostInOnePlace, end < 0 ? own.length : end))
    })
    return Array.from({ length: figures.length + 1 }, (_, count) =>
      Array.from({ length: Math.min(tables.length, mostInOnePlace - count) + 1 }, (_, other) =>
        [...figures.slice(0, count), ...tables.slice(0, other)].sort((one, another) => one - another),
      ),
    ).flat()
  }

  #isReachable(float: number, reach: number): boolean {
    const one = this.#list.floats[float]
    return one !== undefined && this.heightBefore(one.mention) <= reach
  }

  /** What floats leave of a height, less than nothing where they do not fit; in the last resort one always does. */
  heightLeft(floats: readonly number[], height: number, isLastResort = false): number {
    const left = height - stackHeight(this.#list, floats, this.#baseline, height)
    return isLastResort && floats.length === 1 ? Math.max(0, left) : left
  }

  /** Whether one of them is to stand without text. */
  isTextless(floats: readonly number[]): boolean {
    return floats.some(one => this.#list.floats[one]?.placement === 'page')
  }

  notes(floats: readonly number[]): number[] {
    return floats.flatMap(one => this.#list.floats[one]?.notes ?? [])
  }

  isMentioned(float: number, end: Position): boolean {
    const one = this.#list.floats[float]
    return one === undefined || isBefore(one.mention, end)
  }

  /** Of floats that are mentioned before `end` and still to come. */
  delayCost(placed: Counts, end: Position): number {
    const late = (queue: Queue) =>
      this.#waiting(queue, placed).filter(one => this.isMentioned(one, end)).length
    return late('figure') * pageDemerits.figureDelayed + late('table') * pageDemerits.tableDelayed
  }

  /** Of floats in a column or across the page. */
  placeCost({ top, bottom }: ColumnFloats): number {
    const misplaced = (floats: readonly number[], place: Float['placement']) =>
      floats.filter(one => {
        const wanted = this.#list.floats[one]?.placement
        return wanted !== undefined && wanted !== 'page' && wanted !== place
      }).length
    return (
      Math.max(0, top.length + bottom.length - 1) * pageDemerits.floatStacked +
      bottom.length * pageDemerits.floatAtFoot +
      (misplaced(top, 'top') + misplaced(bottom, 'bottom')) * pageDemerits.floatMisplaced
    )
  }
}

/** Floats alone in a place of this height need no white space after them. */
export function stackHeight(
  list: VerticalList,
  floats: readonly number[],
  baseline: number,
  limit = Number.POSITIVE_INFINITY,
): number {
  if (floats.length === 0) return 0
  const white = sum(floats.map(one => list.floats[one]?.gap ?? 0))
  const bare = sum(floats.map(one => list.floats[one]?.height ?? 0))
  const height = gridLines(bare + white, white, baseline) * baseline
  return height > limit && bare <= limit + 0.01 ? limit : height
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
