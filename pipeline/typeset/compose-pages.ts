/** The plan of the pages → what stands where, as plain data with coordinates. */
import type { PageKind } from '../article.ts'
import type { BrokenText } from './break-paragraphs.ts'
import type { NotePart } from './fill-column.ts'
import type { Galley } from './galley.ts'
import type { Line } from './items.ts'
import type { PlannedColumn, PlannedPage } from './make-pages.ts'
import { stackHeight } from './page-floats.ts'
import type { PageGrid } from './page-grid.ts'
import type { Pages, Placement, Sheet } from './pages.ts'
import { placeColumn } from './place-column.ts'
import type { VerticalList } from './vertical-list.ts'

export interface Composition {
  readonly plan: readonly PlannedPage[]
  readonly list: VerticalList
  readonly galley: Galley
  readonly broken: BrokenText
  readonly grid: PageGrid
  readonly firstFolio: number
}

export function composePages(composition: Composition): Pages {
  const { plan, galley, grid, firstFolio } = composition
  const sheets = plan.map((page, index) => sheetOf(composition, page, index))
  const lines = new Map<number, readonly Line[]>()
  for (const column of plan.flatMap(page => page.columns)) chosenLines(composition, column, lines)
  for (const block of [...galley.inset, ...galley.notes.flatMap(note => note.blocks)]) {
    lines.set(block.id, composition.broken.get(block.id)?.[0]?.lines ?? [])
  }
  return { grid, sheets, lines, folios: foliosOf(composition, sheets), firstFolio }
}

/** The variant in which each paragraph of a column was set; one cut by the column keeps that of its beginning. */
function chosenLines(
  { galley, broken }: Composition,
  column: PlannedColumn,
  lines: Map<number, readonly Line[]>,
) {
  const { start, fill } = column
  for (let item = start.item; item <= Math.min(fill.end.item, galley.blocks.length - 1); item += 1) {
    const block = galley.blocks[item]
    if (block?.type !== 'text') continue
    const isCut = item === fill.end.item && fill.end.line > 0
    const isRest = item === start.item && start.line > 0
    const variant = isCut ? fill.end.variant : isRest ? start.variant : (fill.variants.get(item) ?? 0)
    if (item < fill.end.item || isCut) lines.set(block.id, broken.get(block.id)?.[variant]?.lines ?? [])
  }
}

function sheetOf(composition: Composition, page: PlannedPage, index: number): Sheet {
  const { list, galley, grid, firstFolio } = composition
  const folio = firstFolio + index
  const kind: PageKind = index === 0 ? 'first' : folio % 2 === 0 ? 'left' : 'right'
  const placements: Placement[] = []
  const noteRules: { x: number; y: number; width: number }[] = []
  const put = (number: number, column: number, x: number, y: number) => {
    const part = list.floats[number]
    const float = galley.floats[part?.origin ?? -1]
    if (!part || !float) return
    const common = { type: 'box', block: float.id, column, ...(part.rows && { rows: part.rows }) } as const
    const { height, turned } = part
    if (turned !== undefined) {
      const left = x + (grid.areaWidth - turned) / 2
      placements.push({ ...common, x: left, y, width: grid.areaHeight, height: turned, isTurned: true })
    } else placements.push({ ...common, x, y, width: float.width, height, isTurned: false })
  }
  const topHeight = stackHeight(list, page.top, grid.baseline, page.height)
  const bottomHeight = stackHeight(list, page.bottom, grid.baseline, page.height - topHeight)
  const room = page.height - topHeight - bottomHeight
  stack(composition, page.top, 0, 'head').forEach(([number, y]) => put(number, -1, grid.left, grid.top + y))
  stack(composition, page.bottom, page.height - bottomHeight, 'foot').forEach(([number, y]) =>
    put(number, -1, grid.left, grid.top + y),
  )
  page.columns.forEach((column, at) => {
    const x = grid.left + at * (grid.columnWidth + grid.gutter)
    const head = grid.top + topHeight
    const foot = grid.top + page.height - bottomHeight
    stack(composition, column.top, 0, 'head').forEach(([number, y]) => put(number, at, x, head + y))
    const below = stackHeight(list, column.bottom, grid.baseline, room)
    stack(composition, column.bottom, foot - below - head, 'foot').forEach(([number, y]) =>
      put(number, at, x, head + y),
    )
    const textTop = head + stackHeight(list, column.top, grid.baseline, room)
    placements.push(...textOf(composition, column, at, x, textTop))
    const notes = notesOf(composition, column.fill.notes, at, x, foot - below)
    placements.push(...notes.placements)
    if (notes.rule !== undefined) noteRules.push({ x, y: notes.rule, width: grid.columnWidth })
  })
  const isTurned = placements.some(one => one.type === 'box' && one.isTurned)
  return { folio: String(folio), kind, isTurned, placements, noteRules }
}

/** Floats one under the other, the white space that brings them to the grid spread between them. */
function stack(
  { list, grid }: Composition,
  floats: readonly number[],
  from: number,
  place: 'head' | 'foot',
): (readonly [number: number, y: number])[] {
  const heights = floats.map(one => list.floats[one]?.height ?? 0)
  const white = stackHeight(list, floats, grid.baseline) - heights.reduce((sum, one) => sum + one, 0)
  const each = floats.length === 0 ? 0 : white / floats.length
  let y = from
  return floats.map((one, index) => {
    if (place === 'foot') y += each
    const placed = [one, y] as const
    y += (heights[index] ?? 0) + (place === 'head' ? each : 0)
    return placed
  })
}

function textOf(
  { list, galley, grid }: Composition,
  column: PlannedColumn,
  at: number,
  x: number,
  top: number,
): Placement[] {
  return placeColumn(list, column.start, column.fill, grid.baseline).flatMap((place): Placement[] => {
    const block = galley.blocks[place.item]
    const item = list.items[place.item]
    if (!block || block.type === 'break' || !item || item.type === 'break') return []
    const common = { block: block.id, column: at, x: x + block.x, y: top + place.y }
    if (place.type === 'lines') {
      const lineHeight = item.type === 'paragraph' ? item.lineHeight : 0
      return [{ ...common, type: 'lines', from: place.from, to: place.to, lineHeight }]
    }
    const height = item.type === 'block' ? item.height : 0
    return [{ ...common, type: 'box', width: block.width, height, isTurned: false }]
  })
}

function notesOf(
  { list, galley, grid, broken }: Composition,
  parts: readonly NotePart[],
  at: number,
  x: number,
  foot: number,
): { placements: Placement[]; rule: number | undefined } {
  const placements: Placement[] = []
  if (parts.length === 0) return { placements, rule: undefined }
  const heightOf = (part: NotePart) =>
    (list.notes[part.note]?.lines ?? []).slice(part.line, part.end).reduce((sum, one) => sum + one, 0)
  let y = foot - parts.reduce((sum, part) => sum + heightOf(part), 0)
  const rule = y - galley.noteRule
  for (const part of parts) {
    const note = galley.notes[part.note]
    if (!note) continue
    if (part.line === 0) {
      placements.push({
        type: 'box',
        block: note.id,
        column: at,
        x,
        y,
        width: grid.columnWidth,
        height: heightOf(part),
        isTurned: false,
      })
    }
    placements.push(...noteLines(note.blocks, broken, part, { at, x, y }))
    y += heightOf(part)
  }
  return { placements, rule }
}

function noteLines(
  blocks: Galley['notes'][number]['blocks'],
  broken: BrokenText,
  part: NotePart,
  place: { readonly at: number; readonly x: number; readonly y: number },
): Placement[] {
  const placements: Placement[] = []
  let first = 0
  let y = place.y
  for (const block of blocks) {
    const total = broken.get(block.id)?.[0]?.lines.length ?? 0
    const from = Math.max(0, part.line - first)
    const to = Math.min(total, part.end - first)
    if (to > from) {
      if (from === 0) y += block.gap
      const common = { block: block.id, column: place.at, x: place.x + block.x, y }
      placements.push({ ...common, type: 'lines', from, to, lineHeight: block.lineHeight })
      y += (to - from) * block.lineHeight
    }
    first += total
  }
  return placements
}

/** The page of everything that has an id and stands in a block, by that id. */
function foliosOf({ galley }: Composition, sheets: readonly Sheet[]): ReadonlyMap<string, string> {
  const folios = new Map<string, string>()
  const byBlock = new Map<number, string>()
  for (const sheet of sheets) {
    for (const { block } of sheet.placements) if (!byBlock.has(block)) byBlock.set(block, sheet.folio)
  }
  for (const { id, block } of galley.ids) {
    const folio = byBlock.get(block)
    if (folio !== undefined) folios.set(id, folio)
  }
  return folios
}
