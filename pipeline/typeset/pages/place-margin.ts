/**
 * Fills the column in the margin of each page: with the side of the first page, and with notes beside their
 * lines. What does not fit on its page continues on the next one, after the last page on further pages.
 */
import type { PageKind } from '../../model/article.ts'
import type { Galley, GalleyMarginNote } from '../galley.ts'
import type { Line } from '../items.ts'
import { lineTops } from '../lines/tall-lines.ts'
import { type PageArea, type PageGrid, pageArea, sideWidth } from '../page-grid.ts'
import { marginColumn, type Placement, type Sheet } from '../pages.ts'
import { placeSides, waitingSides } from './place-sides.ts'
import { type Beside, type Interval, longestFree, stackInMargin } from './stack-in-margin.ts'

interface MarginInput {
  readonly galley: Galley
  readonly grid: PageGrid
  readonly firstFolio: number
  /** The lines of each paragraph, by block. */
  readonly lines: ReadonlyMap<number, readonly Line[]>
  /** Heights of boxes after the lines inside were set, by id. */
  readonly heights: ReadonlyMap<number, number>
}

/** A note that is not on the page of its line, because there is no room. */
export interface MovedNote {
  readonly block: number
  readonly folio: string
}

interface FilledMargins {
  readonly sheets: readonly Sheet[]
  readonly moved: readonly MovedNote[]
}

interface PlacedNote extends Beside {
  readonly note: GalleyMarginNote
  /** Whether it waits since an earlier page. */
  readonly isLate: boolean
}

export function placeMargins(sheets: readonly Sheet[], input: MarginInput): FilledMargins {
  const { galley, grid } = input
  if (!galley.marginNotes && !galley.sides) return { sheets, moved: [] }
  const notes = notesBySheet(sheets, input)
  const filled: Sheet[] = []
  const moved: MovedNote[] = []
  let sides = waitingSides(galley.sides ?? [])
  let late: readonly PlacedNote[] = []
  for (let index = 0; index < sheets.length || late.length > 0 || sides.length > 0; index++) {
    const sheet = sheets[index] ?? emptySheet(index, input)
    const area = pageArea(grid, index, Number(sheet.folio))
    const column = columnOf(sheet, area, area.marginLeft, input)
    const beside = columnOf(sheet, area, area.sideLeft ?? area.marginLeft, input)
    const free = longestFree(beside.zone, beside.taken)
    const atSide = placeSides(sides, { ...input, left: beside.left, free, baseline: grid.baseline })
    sides = atSide.rest
    const waiting = [...late, ...(notes.get(index) ?? [])]
    const taken = [...column.taken, ...atSide.taken]
    const gap = grid.baseline
    const stack = stackInMargin(waiting, { zone: column.zone, taken, gap })
    // A box that is higher than an empty column is reported by its own rule; it must not wait for ever.
    const isStuck = stack.placed.length === 0 && taken.length === 0 && waiting.length > 0
    const placed = isStuck ? waiting.slice(0, 1).map(box => ({ box, top: column.zone.top })) : stack.placed
    late = waiting.slice(placed.length).map(note => ({ ...note, isLate: true, wanted: 0 }))
    moved.push(
      ...placed.flatMap(({ box }) => (box.isLate ? [{ block: box.note.id, folio: sheet.folio }] : [])),
    )
    const boxes = placed.map(({ box, top }) => noteBox(box, top, column.left))
    filled.push({ ...sheet, placements: [...sheet.placements, ...atSide.placements, ...boxes] })
  }
  return { sheets: filled, moved }
}

function emptySheet(index: number, { firstFolio }: MarginInput): Sheet {
  const folio = firstFolio + index
  const kind: PageKind = folio % 2 === 0 ? 'left' : 'right'
  return { folio: String(folio), kind, isTurned: false, placements: [], noteRules: [] }
}

function noteBox({ note, height }: PlacedNote, y: number, x: number): Placement {
  return {
    type: 'box',
    block: note.id,
    column: marginColumn,
    x,
    y,
    width: note.width,
    height,
    isTurned: false,
  }
}

interface Column {
  readonly left: number
  readonly zone: Interval
  /** What spans the page and this column. */
  readonly taken: readonly Interval[]
}

/** `left`: the left edge of the column, of the width that the side of the first page has. */
function columnOf(sheet: Sheet, area: PageArea, left: number | undefined, { grid }: MarginInput): Column {
  const edge = left ?? area.left
  const right = edge + (sideWidth(grid) ?? 0)
  const taken = sheet.placements.flatMap((placement): Interval[] => {
    if (placement.type !== 'box' || placement.isTurned || placement.column !== -1) return []
    const isAside = placement.x + placement.width < edge + 1 || placement.x > right - 1
    return isAside
      ? []
      : [{ top: placement.y - grid.baseline, bottom: placement.y + placement.height + grid.baseline }]
  })
  return { left: edge, zone: { top: area.top, bottom: area.top + area.height }, taken }
}

/** The notes by the number of the sheet that their line is on, with the place of the line. */
function notesBySheet(
  sheets: readonly Sheet[],
  { galley, lines, heights }: MarginInput,
): ReadonlyMap<number, readonly PlacedNote[]> {
  const bySheet = new Map<number, PlacedNote[]>()
  for (const note of galley.marginNotes ?? []) {
    const { sheet, y } = placeBeside(sheets, note, lines)
    const height = heights.get(note.id) ?? note.height
    bySheet.set(sheet, [...(bySheet.get(sheet) ?? []), { note, height, wanted: y, isLate: false }])
  }
  // The order on a page is that of the lines, column by column, so the order from top to bottom may differ.
  for (const [sheet, found] of bySheet)
    bySheet.set(
      sheet,
      found.toSorted((a, b) => a.wanted - b.wanted),
    )
  return bySheet
}

/** The sheet of the line that a note belongs beside, and the best top of the note. */
function placeBeside(
  sheets: readonly Sheet[],
  { beside, firstLine }: GalleyMarginNote,
  lines: ReadonlyMap<number, readonly Line[]>,
): { readonly sheet: number; readonly y: number } {
  const chosen = lines.get(beside.block) ?? []
  const line = Math.max(
    0,
    chosen.findLastIndex(({ start }) => start <= beside.at),
  )
  for (const [sheet, { placements }] of sheets.entries()) {
    for (const placement of placements) {
      if (placement.block !== beside.block) continue
      if (placement.type === 'box') return { sheet, y: placement.y }
      if (line < placement.from || line >= placement.to) continue
      const top = placement.y + (lineTops(placement, chosen).tops[line - placement.from] ?? 0)
      return { sheet, y: firstLine === undefined ? top : top + placement.lineHeight / 2 - firstLine }
    }
  }
  return { sheet: 0, y: 0 }
}
