/** The plan of the pages → the place of every line and box, as plain data with coordinates. */
import type { PageKind } from '../../model/article.ts'
import { sum } from '../../values/sum.ts'
import { type Galley, textBlocks } from '../galley.ts'
import type { Line } from '../items.ts'
import type { BrokenText } from '../lines/break-paragraphs.ts'
import { lineTops } from '../lines/tall-lines.ts'
import { type PageGrid, pageArea } from '../page-grid.ts'
import type { Pages, Placement, Sheet } from '../pages.ts'
import type { VerticalList } from '../vertical-list.ts'
import { type NotePart, notesHeight } from './column-run.ts'
import { type ColumnFloats, stackHeight } from './page-floats.ts'
import type { PlannedColumn, PlannedPage } from './page-plan.ts'
import { placeColumn } from './place-column.ts'
import { type MovedNote, placeMargins } from './place-margin.ts'

interface Composition {
  readonly plan: readonly PlannedPage[]
  readonly list: VerticalList
  readonly galley: Galley
  readonly broken: BrokenText
  readonly grid: PageGrid
  readonly firstFolio: number
  /** Heights of boxes after the lines inside were set, by id. */
  readonly heights: ReadonlyMap<number, number>
}

interface ComposedPages {
  readonly pages: Omit<Pages, 'pictures'>
  readonly movedNotes: readonly MovedNote[]
}

export function composePages(composition: Composition): ComposedPages {
  const { plan, galley, grid, firstFolio, heights } = composition
  const bare = plan.map((page, index) => sheetOf(composition, page, index))
  const lines = new Map<number, readonly Line[]>()
  for (const column of plan.flatMap(page => page.columns)) chosenLines(composition, column, lines)
  for (const block of textBlocks(galley)) {
    if (!lines.has(block.id)) lines.set(block.id, composition.broken.get(block.id)?.[0]?.lines ?? [])
  }
  const { sheets, moved } = placeMargins(bare, { galley, grid, firstFolio, lines, heights })
  const pages = { grid, sheets, lines, folios: foliosOf(composition, sheets), firstFolio }
  return { pages, movedNotes: moved }
}

/**
 * Adds the lines of each paragraph of a column to `lines`. A paragraph that continues in the next column is
 * broken in the same way in both columns.
 */
function chosenLines(
  { galley, broken }: Composition,
  column: PlannedColumn,
  lines: Map<number, readonly Line[]>,
) {
  const { start, fill } = column
  for (let item = start.item; item <= Math.min(fill.end.item, galley.blocks.length - 1); item++) {
    const block = galley.blocks[item]
    if (block?.type !== 'text') continue
    const isCut = item === fill.end.item && fill.end.line > 0
    const isRest = item === start.item && start.line > 0
    const variant = isCut ? fill.end.variant : isRest ? start.variant : (fill.variants.get(item) ?? 0)
    if (item < fill.end.item || isCut) lines.set(block.id, broken.get(block.id)?.[variant]?.lines ?? [])
  }
}

function sheetOf(composition: Composition, page: PlannedPage, index: number): Sheet {
  const { grid, firstFolio } = composition
  const folio = firstFolio + index
  const { left, top, columnLefts, marginLeft = left } = pageArea(grid, index, folio)
  const fullLeft = Math.min(left, marginLeft)
  const kind: PageKind = index === 0 ? 'first' : folio % 2 === 0 ? 'left' : 'right'
  const across: Area = { column: -1, x: left, fullLeft, top, height: page.height - page.noteRoom }
  const frame = floatPlacements(composition, page, across, page.noteRoom > 0)
  const foot = page.noteRoom > 0 ? top + page.height : undefined
  const columns = page.columns.map((column, at) => {
    const x = columnLefts[at] ?? left
    return columnOf(composition, column, { ...frame.inner, column: at, x }, foot)
  })
  const placements = [...frame.placements, ...columns.flatMap(column => column.placements)]
  return {
    folio: String(folio),
    kind,
    isTurned: placements.some(placement => placement.type === 'box' && placement.isTurned),
    placements,
    noteRules: columns.flatMap(column => column.noteRules),
  }
}

/** A column, or the whole width of the page. */
interface Area {
  /** Number of the column; -1 for the whole width of the page. */
  readonly column: number
  readonly x: number
  /** The left edge of what is as wide as the text and the column in the margin. */
  readonly fullLeft?: number
  readonly top: number
  readonly height: number
}

/**
 * A column with its notes lowest, below its floats. `foot`: the foot of notes below a float across the page.
 */
function columnOf(composition: Composition, column: PlannedColumn, area: Area, foot: number | undefined) {
  const { list, galley, grid } = composition
  const taken = foot === undefined ? notesHeight(list, column.fill.notes, galley.noteRule) : 0
  const height =
    taken === 0 ? area.height : Math.floor((area.height - taken) / grid.baseline + 1e-6) * grid.baseline
  const { inner, placements } = floatPlacements(composition, column, { ...area, height }, taken > 0)
  const notes = notePlacements(composition, column.fill.notes, {
    ...area,
    foot: foot ?? area.top + area.height,
  })
  return {
    placements: [...placements, ...textPlacements(composition, column, inner), ...notes.placements],
    noteRules: notes.rules,
  }
}

/** The share of the white space above the floats at a foot that moves below them if notes follow. */
const whiteAboveNotes = 1 / 4

/** The floats at the head and the foot of an area, and the area between them. */
function floatPlacements(
  composition: Composition,
  { top, bottom }: ColumnFloats,
  area: Area,
  isAboveNotes: boolean,
): { placements: Placement[]; inner: Area } {
  const { list, grid } = composition
  const above = stackHeight(list, top, grid.baseline, area.height)
  const below = stackHeight(list, bottom, grid.baseline, area.height - above)
  const foot = area.top + area.height - below
  const placements = [
    ...stack(composition, top, { ...area, height: above }, 'head'),
    ...stack(composition, bottom, { ...area, top: foot, height: below }, isAboveNotes ? 'notes' : 'foot'),
  ]
  return { placements, inner: { ...area, top: area.top + above, height: area.height - above - below } }
}

/**
 * Floats in a column, with the white space up to the grid spread between them and the text. `place`: whether
 * they are at the head, at the foot, or at the foot above notes.
 */
function stack(
  composition: Composition,
  floats: readonly number[],
  area: Area,
  place: 'head' | 'foot' | 'notes',
): Placement[] {
  const heights = floats.map(number => composition.list.floats[number]?.height ?? 0)
  const each = (area.height - sum(heights)) / Math.max(1, floats.length)
  let y = area.top - (place === 'notes' ? each * whiteAboveNotes : 0)
  return floats.flatMap((number, index) => {
    if (place !== 'head') y += each
    const placed = floatAt(composition, number, { ...area, top: y })
    y += (heights[index] ?? 0) + (place === 'head' ? each : 0)
    return placed
  })
}

function floatAt(
  { list, galley, grid }: Composition,
  number: number,
  { column, x, fullLeft = x, top: y }: Area,
): Placement[] {
  const part = list.floats[number]
  const float = galley.floats[part?.origin ?? -1]
  if (!part || !float) return []
  const { turned, height = part.height } = { ...part, height: part.bareHeight }
  const common = { type: 'box', block: float.id, column, y, ...(part.rows && { rows: part.rows }) } as const
  if (turned === undefined) {
    const isFull = column === -1 && float.width > grid.areaWidth + 1
    return [{ ...common, x: isFull ? fullLeft : x, width: float.width, height, isTurned: false }]
  }
  const left = x + (grid.areaWidth - turned) / 2
  return [{ ...common, x: left, width: grid.areaHeight, height: turned, isTurned: true }]
}

function textPlacements({ list, galley, grid }: Composition, column: PlannedColumn, area: Area): Placement[] {
  return placeColumn(list, column.start, column.fill, grid.baseline).flatMap((place): Placement[] => {
    const block = galley.blocks[place.item]
    const item = list.items[place.item]
    if (!block || block.type === 'break' || !item || item.type === 'break') return []
    const common = { block: block.id, column: area.column, x: area.x + block.x, y: area.top + place.y }
    if (place.type === 'lines') {
      const lineHeight = item.type === 'paragraph' ? item.lineHeight : 0
      return [{ ...common, type: 'lines', from: place.from, to: place.to, lineHeight }]
    }
    const height = item.type === 'block' ? item.height : 0
    return [{ ...common, type: 'box', width: block.width, height, isTurned: false }]
  })
}

/**
 * The notes down to a foot, and the rule above them. The rest of a note from the previous column is
 * first. The others are in the order of their numbers, whether the text or a float calls them.
 */
function notePlacements(
  composition: Composition,
  taken: readonly NotePart[],
  area: Pick<Area, 'column' | 'x'> & { readonly foot: number },
) {
  const { list, galley, grid } = composition
  if (taken.length === 0) return { placements: [], rules: [] }
  const [rests, begun] = [taken.filter(part => part.line > 0), taken.filter(part => part.line === 0)]
  const parts = [...rests, ...begun.sort((first, second) => first.note - second.note)]
  const heights = parts.map(part => sum((list.notes[part.note]?.lines ?? []).slice(part.line, part.end)))
  const top = area.foot - sum(heights)
  let y = top
  const placements = parts.flatMap((part, index): Placement[] => {
    const note = galley.notes[part.note]
    const height = heights[index] ?? 0
    const place = { x: area.x, y, column: area.column }
    y += height
    if (!note) return []
    const lines = noteLines(note.blocks, composition, part, place)
    // The box of a note is placed where the note begins. The lines of a continuation are positioned relative
    // to it.
    const box = {
      ...place,
      type: 'box',
      block: note.id,
      width: grid.columnWidth,
      height,
      isTurned: false,
    } as const
    return part.line === 0 ? [box, ...lines] : lines
  })
  return { placements, rules: [{ x: area.x, y: top - galley.noteRule, width: grid.columnWidth }] }
}

function noteLines(
  blocks: Galley['notes'][number]['blocks'],
  { broken, list }: Composition,
  part: NotePart,
  place: { readonly column: number; readonly x: number; readonly y: number },
): Placement[] {
  const heights = list.notes[part.note]?.lines ?? []
  const placements: Placement[] = []
  let first = 0
  let y = place.y
  for (const block of blocks) {
    const total = block.type === 'box' ? 1 : (broken.get(block.id)?.[0]?.lines.length ?? 0)
    const from = Math.max(0, part.line - first)
    const to = Math.min(total, part.end - first)
    if (to > from) {
      if (from === 0) y += block.gap
      const common = { block: block.id, column: place.column, x: place.x + block.x, y }
      if (block.type === 'box') {
        const height = (heights[first] ?? 0) - block.gap
        placements.push({ ...common, type: 'box', width: block.width, height, isTurned: false })
        y += height
      } else {
        const lines = { ...common, type: 'lines', from, to, lineHeight: block.lineHeight } as const
        placements.push(lines)
        y += lineTops(lines, broken.get(block.id)?.[0]?.lines ?? []).height
      }
    }
    first += total
  }
  return placements
}

/** The page number of each id in the output. */
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
