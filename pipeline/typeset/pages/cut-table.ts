/**
 * Cuts a table that is longer than a column into parts, one for each column that it fills. The cuts are
 * between rows. A row that is higher than a third of a column may also be cut between its lines.
 */
import { sum } from '../../values/sum.ts'
import type { RowLines, TableRows } from '../galley.ts'
import type { Float, RowRange } from '../vertical-list.ts'

/** What the parts have to fit into. Heights in CSS px. */
interface TableRoom {
  readonly columnHeight: number
  /** The notes that these rows call. The first part also calls those of the caption and the head. */
  readonly notesOf: (from: number, end: number) => readonly number[]
  /** The height of notes at the foot of a column, with their rule and the text that they need above them. */
  readonly notesHeight: (notes: readonly number[]) => number
}

/** The least height of a row that may be cut, as a share of the column. */
const leastCutRow = 1 / 3
/** The number of lines that are kept together on both sides of a cut. */
const keptLines = 2

/**
 * The float as it is, or its parts if it does not fit into a column with its notes. `before`: height above
 * the table, which can differ from `rows.before` if the caption has got another number of lines.
 */
export function cutTable(float: Float, before: number, rows: TableRows, room: TableRoom): readonly Float[] {
  if (float.height + room.notesHeight(float.notes) <= room.columnHeight) return [float]
  const parts: Float[] = []
  let place: RowPlace = { row: 0, start: undefined }
  while (place.row < rows.body.length) {
    const isFirst = parts.length === 0
    const above = (isFirst ? before : rows.continued + rows.ends.first) + rows.head
    const range = fillPart(rows, place, above, room)
    const isLast = range.end === rows.body.length && range.stop === undefined
    const height = above + sum(range.heights) + (isLast ? rows.after : rows.ends.last)
    const notes = room.notesOf(
      isFirst ? 0 : range.start === undefined ? range.from : range.from + 1,
      range.end,
    )
    parts.push({ ...float, height, notes, rows: range })
    place =
      range.stop === undefined
        ? { row: range.end, start: undefined }
        : { row: range.end - 1, start: range.stop }
  }
  return parts
}

/** A place in a table: before a row, or in it below `start`. */
interface RowPlace {
  readonly row: number
  readonly start: number | undefined
}

/** The rows of the part that begins at `place`: as many as fit below a head of height `above`. */
function fillPart(rows: TableRows, place: RowPlace, above: number, room: TableRoom): RowRange {
  const from = place.row
  const heights: number[] = []
  let filled = above
  for (let row = from; row < rows.body.length; row++) {
    const start = row === from ? place.start : undefined
    const height = pieceHeight(rows, row, { start })
    const below = row === rows.body.length - 1 ? 0 : rows.ends.last
    const free = room.columnHeight - room.notesHeight(room.notesOf(from, row + 1)) - filled - below
    if (height <= free) {
      heights.push(height)
      filled += height
      continue
    }
    const isOnly = heights.length === 0
    const mayBeCut = isOnly || (rows.body[row] ?? 0) > room.columnHeight * leastCutRow
    const stop = mayBeCut ? lastStop(rows, row, { start, free, isOnly }) : undefined
    const begun = place.start === undefined ? {} : { start: place.start }
    if (stop !== undefined) {
      heights.push(pieceHeight(rows, row, { start, stop }))
      return { from, end: row + 1, ...begun, stop, heights }
    }
    // A row that cannot be cut is higher than the column.
    if (isOnly) return { from, end: row + 1, ...begun, heights: [height] }
    const end = lastCut(rows, from, row)
    return { from, end, ...begun, heights: heights.slice(0, end - from) }
  }
  return { from, end: rows.body.length, ...(place.start !== undefined && { start: place.start }), heights }
}

/**
 * The end of the rows that fit a part, at most `end`. If a cell would span the cut, the cut moves up to the
 * last row before which no cell does; it stays at `end` if cells span all rows of the part.
 */
function lastCut({ body, joined = [] }: TableRows, from: number, end: number): number {
  let cut = end
  while (cut > from && cut < body.length && joined.includes(cut)) cut--
  return cut === from ? end : cut
}

/** The part of a row from `start` down to `stop`: distances from its top, undefined for its ends. */
interface Piece {
  readonly start: number | undefined
  readonly stop?: number
}

/** The height of a piece with the row's white space above and below, as in a row of its own. */
function pieceHeight({ body, lines }: TableRows, row: number, { start, stop }: Piece): number {
  const height = body[row] ?? 0
  if (start === undefined && stop === undefined) return height
  const cells = linesOf(lines, row)
  const contents = cells.map(cell => {
    const inside = cell.filter(line => isBetween(line, start, stop))
    return (inside.at(-1)?.[1] ?? 0) - (inside[0]?.[0] ?? 0)
  })
  const top = Math.min(...cells.flatMap(cell => cell.slice(0, 1).map(([first]) => first)))
  const bottom = Math.max(...cells.flatMap(cell => cell.slice(-1).map(([, last]) => last)))
  return top + Math.max(...contents) + height - bottom
}

interface Cut {
  readonly start: number | undefined
  /** The height for the piece above the cut. */
  readonly free: number
  /** Whether nothing else is in the part, so that the row must be cut if it can be. */
  readonly isOnly: boolean
}

/** The lowest place to cut a row so that the piece above fits; undefined if there is none. */
function lastStop(rows: TableRows, row: number, { start, free, isOnly }: Cut): number | undefined {
  const rest = linesOf(rows.lines, row).map(cell => cell.filter(line => isBetween(line, start, undefined)))
  const longest = rest.toSorted((one, other) => other.length - one.length)[0] ?? []
  const fits = (at: number) => {
    const stop = longest[at - 1]?.[1]
    return stop !== undefined && pieceHeight(rows, row, { start, stop }) <= free ? [stop] : []
  }
  const kept = isOnly ? [keptLines, 1] : [keptLines]
  for (const least of kept) {
    for (let at = longest.length - least; at >= least; at--) {
      const [stop] = fits(at)
      if (stop !== undefined) return stop
    }
  }
  return undefined
}

/** Whether the middle of a line is below `start` and not below `stop`. The cutter of tables asks the same. */
function isBetween(
  [top, bottom]: readonly [top: number, bottom: number],
  start: number | undefined,
  stop: number | undefined,
): boolean {
  const middle = (top + bottom) / 2
  return (start === undefined || middle > start) && (stop === undefined || middle <= stop)
}

function linesOf(lines: TableRows['lines'], row: number): RowLines {
  return lines.find(([number]) => number === row)?.[1] ?? []
}
