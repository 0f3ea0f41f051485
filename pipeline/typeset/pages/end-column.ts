/**
 * Ends a column at a place. The cheapest stretches and shrinkings are applied so that it ends at its foot.
 */

import type { Position, VerticalList } from '../vertical-list.ts'
import {
  bottom,
  type ColumnEnd,
  jointStretch,
  type Room,
  type Run,
  type Slack,
  textLimit,
} from './column-run.ts'
import { pageDemerits } from './page-demerits.ts'

/** The greatest number of lines that stay blank at the foot of a column, unless there is no other way. */
export const mostBlankLines = 4

/** A column that contains only floats. */
export function emptyColumn(list: VerticalList, run: Run, room: Room, start: Position): ColumnEnd {
  const blank = Math.max(0, textLimit(run, room))
  const isFree = room.isTextless || start.item >= list.items.length
  const lines = isFree ? 0 : blank / room.baseline
  return { ...asIs(run, start), cost: run.cost + shortCost(room) * lines * lines, blank, spread: 0 }
}

/** A column that contains only something higher than itself: a block, or a line of a note. */
export function overfullColumn(run: Run, end: Position): ColumnEnd {
  return { ...asIs(run, end), cost: run.cost + pageDemerits.overfull, blank: 0, spread: 0 }
}

function asIs(run: Run, end: Position) {
  return {
    end,
    variants: new Map(),
    extra: new Map(),
    notes: [...run.notes],
    carried: run.carried,
    forced: undefined,
  }
}

interface Closing {
  readonly list: VerticalList
  readonly run: Run
  readonly room: Room
  readonly end: Position
  readonly cost: number
  readonly variants: ReadonlyMap<number, number>
  readonly forced?: 'page' | 'column' | undefined
}

/** The column if it ends here, or undefined if it is too full. */
export function endColumn({
  run,
  room,
  end,
  variants,
  forced,
  list,
  ...closing
}: Closing): ColumnEnd | undefined {
  const cost = closing.cost + besideFloatCost(run, room)
  const limit = textLimit(run, room)
  const blank = limit - bottom(run)
  const common = { end, notes: [...run.notes], carried: run.carried, forced }
  // The last column of the article may be short, and so may a column that the author ends.
  const isFree = forced !== undefined || end.item >= list.items.length
  if (isFree && blank >= -0.01) {
    const uneven = room.isBalanced ? (pageDemerits.unbalanced * Math.max(0, blank)) / room.baseline : 0
    const evened = { variants, extra: new Map(), blank: Math.max(0, blank), spread: 0 }
    return { ...common, ...evened, cost: cost + run.cost + uneven }
  }
  const lines = Math.round((blank / room.baseline) * 1e4) / 1e4
  // Far from the foot, no slack is enough.
  const usable = lines > mostBlankLines + run.slack.length ? [] : run.slack
  const fromSlack = takeSlack(usable, lines < -1e-3 ? -1 : Math.floor(lines + 1e-3), shortCost(room))
  const left = lines - fromSlack.lines
  if (left < -1e-3) return undefined
  // The columns of a last page end where they end: one would be spread and the other, which is shorter, not.
  const isAbsorbed =
    !room.isBalanced && run.off > 0 && run.joints > 0 && left * room.baseline <= run.joints * jointStretch
  const short = isAbsorbed ? 0 : left
  return {
    ...common,
    cost: cost + run.cost + fromSlack.cost + shortCost(room) * short * short,
    variants: new Map([...variants, ...fromSlack.variants]),
    extra: fromSlack.extra,
    blank: left * room.baseline,
    spread: isAbsorbed ? left * room.baseline : 0,
  }
}

/** Cost of one or two lines of text alone beside floats. */
function besideFloatCost(run: Run, room: Room): number {
  const lines = bottom(run) / room.baseline
  if (!room.isFloated || lines < 0.01 || lines > 2.01) return 0
  return lines < 1.01 ? pageDemerits.lineBesideFloat : pageDemerits.twoLinesBesideFloat
}

export function shortCost(room: Room): number {
  return room.isBalanced ? pageDemerits.shortBalancedColumn : pageDemerits.shortColumn
}

interface Taken {
  readonly lines: number
  readonly cost: number
  readonly variants: ReadonlyMap<number, number>
  readonly extra: ReadonlyMap<number, number>
}

/**
 * The cheapest stretches of paragraphs and gaps that fill `lines` blank lines, as long as a stretch costs
 * less than it saves. If `lines` is -1, the column is one line too full, and what shrinks is taken.
 */
function takeSlack(slack: readonly Slack[], lines: number, shortCost: number): Taken {
  const variants = new Map<number, number>()
  const extra = new Map<number, number>()
  const wanted = lines < 0 ? -1 : 1
  const usable = slack
    .filter(({ lines }) => lines === wanted)
    .sort((first, second) => first.cost - second.cost)
  let cost = 0
  let takenLines = 0
  for (const slackItem of usable) {
    if (takenLines >= Math.abs(lines)) break
    const missing = Math.abs(lines) - takenLines
    const saved = lines < 0 ? Number.POSITIVE_INFINITY : shortCost * (missing ** 2 - (missing - 1) ** 2)
    if (slackItem.cost > saved || variants.has(slackItem.item) || extra.has(slackItem.item)) continue
    if (slackItem.variant === undefined) extra.set(slackItem.item, 1)
    else variants.set(slackItem.item, slackItem.variant)
    cost += slackItem.cost
    takenLines++
  }
  return { lines: takenLines * wanted, cost, variants, extra }
}
