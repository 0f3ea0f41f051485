/** The ways to fill the columns of one page between the floats that go across it. */

import type { VerticalList } from '../vertical-list.ts'
import { type ColumnEnd, notesHeight, type Room } from './column-run.ts'
import { fillColumn } from './fill-column.ts'
import { pageDemerits } from './page-demerits.ts'
import type { Frame, PageFloats } from './page-floats.ts'
import type { PageShape, PlannedColumn } from './page-plan.ts'
import { keepBest, type Reached, restKey, type State } from './reached.ts'

export interface PageContext {
  readonly list: VerticalList
  readonly shape: PageShape
  readonly floats: PageFloats
  /** Results of `fillColumn` for this page, from any state, by all its inputs. */
  readonly memo: Map<string, readonly ColumnEnd[]>
  readonly state: State
}

export interface PageKind {
  readonly height: number
  /** Whether the page must hold everything that is left. Other ways are not followed then. */
  readonly isLast: boolean
  readonly isLastResort: boolean
}

/** A page whose first columns are filled. */
export interface PartialPage extends Reached {
  readonly cost: number
  readonly columns: readonly PlannedColumn[]
  /** Whether the author ended the page. */
  readonly isBroken: boolean
}

/** Number of ways that are kept after each column, for each number of placed floats. */
const columnWays = 4

/** The best ways to fill the columns between floats across the page. */
export function waysIn(
  context: PageContext,
  kind: PageKind,
  frame: Frame,
  reach: number,
): readonly PartialPage[] {
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
export function noteRooms({ list, shape }: PageContext, ways: readonly PartialPage[]): readonly number[] {
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
