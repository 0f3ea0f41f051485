/**
 * Checks that nothing is lost: compares what the browser shows with the galley and the plan. Every block must
 * be on the pages once and complete, with its lines in order, at the planned place and inside the page.
 */
import { type Galley, textBlocks } from '../galley.ts'
import type { ReadBlock, ReadSheets } from '../hands/read-sheets.ts'
import { lineTops } from '../lines/tall-lines.ts'
import { marginColumn, type Pages, type PlacedLines, type Placement } from '../pages.ts'
import type { RowRange } from '../vertical-list.ts'

export interface Loss {
  /** Number of the block in the galley. Undefined if the loss does not concern a block. */
  readonly block: number | undefined
  readonly reason: string
}

/** Accepted distance from the planned place, in CSS px. */
const tolerance = 1.5
/** Accepted excess of lines, as a share of their width: hyphens and punctuation hang into the margin. */
const hangTolerance = 0.02

/**
 * Compares what the browser shows, `shown`, with what was planned. `notes`: ids of all notes of the article.
 */
export function checkPages(
  galley: Galley,
  pages: Pages,
  shown: ReadSheets,
  notes: readonly string[],
): Loss[] {
  return [
    ...notRead(galley, shown, notes),
    ...notPlaced(galley, pages),
    ...notShown(galley, pages, shown.blocks),
    ...overlapping(galley, pages),
  ]
}

export interface Overflow {
  /** Number of the block in the galley. */
  readonly block: number
  /** How far it reaches beyond its place, in CSS px. */
  readonly excess: number
  /** The page number as printed. Undefined for a paragraph in a box. */
  readonly folio: string | undefined
  /** Whether it is a line of text. */
  readonly isLine: boolean
}

/** Boxes and lines that reach beyond their side, into the next column or the margin. */
export function overflowing(galley: Galley, pages: Pages, { blocks }: ReadSheets): Overflow[] {
  const shown = new Map(blocks.map(block => [block.id, block]))
  const widths = new Map(textBlocks(galley).map(block => [block.id, block.width]))
  const folios = new Map(
    pages.sheets.flatMap(({ placements, folio }) => placements.map(({ block }) => [block, folio] as const)),
  )
  const lines = pages.sheets.flatMap(({ placements, folio }) =>
    placements.flatMap((placement): Overflow[] => {
      if (placement.type === 'box') return []
      const width = widths.get(placement.block) ?? Number.POSITIVE_INFINITY
      const excess = excessOfLines(placement, width, pages, shown.get(placement.block))
      return excess > 2 * tolerance ? [{ block: placement.block, excess, folio, isLine: true }] : []
    }),
  )
  const boxes = blocks.flatMap(({ id, excess }): Overflow[] => {
    const isLine = widths.has(id)
    // A paragraph in a box is on the page of the box, which is not looked up.
    const folio = folios.get(id)
    return excess > 2 * tolerance ? [{ block: id, excess, folio, isLine }] : []
  })
  return [...boxes, ...lines]
}

/** How far the widest of these lines reaches beyond its column, apart from punctuation that hangs. */
function excessOfLines(
  { block, x, from, to }: PlacedLines,
  width: number,
  { lines }: Pages,
  shown: ReadBlock | undefined,
): number {
  const chosen = lines.get(block) ?? []
  const excesses = chosen.slice(from, to).map((line, index) => {
    const [left = 0, right = 0] = shown?.boxes[from + index] ?? []
    const planned = Math.max(width, line.offset - line.hang + line.width)
    return Math.min(right - (x + planned), right - left - line.width) - hangTolerance * line.width
  })
  return Math.max(0, ...excesses)
}

/** Texts and notes of the article that are not in the galley. */
function notRead(galley: Galley, { strays }: ReadSheets, notes: readonly string[]): Loss[] {
  const inGalley = new Set(galley.notes.map(note => note.target))
  const missing = notes.filter(note => !inGalley.has(note))
  return [
    ...strays.map(text => ({ block: undefined, reason: `"${text.slice(0, 40)}" belongs to no block` })),
    ...missing.map(note => ({ block: undefined, reason: `the footnote ${note} is not in the document` })),
  ]
}

/** Lines, boxes and rows that the plan does not place exactly once. */
function notPlaced(galley: Galley, pages: Pages): Loss[] {
  const placed = new Map<number, Placement[]>()
  for (const placement of pages.sheets.flatMap(sheet => sheet.placements)) {
    const others = placed.get(placement.block)
    if (others) others.push(placement)
    else placed.set(placement.block, [placement])
  }
  const losses: Loss[] = []
  const expect = (block: number, lines: number | undefined) => {
    const placements = placed.get(block) ?? []
    placed.delete(block)
    if (lines === undefined) {
      if (placements.length !== 1)
        losses.push({ block, reason: `it is on the pages ${placements.length} times` })
      return
    }
    let next = 0
    for (const placement of placements) {
      if (placement.type !== 'lines' || placement.from !== next)
        losses.push({ block, reason: `line ${next + 1} is not in order` })
      if (placement.type === 'lines') next = placement.to
    }
    if (next !== lines) losses.push({ block, reason: `${next} of its ${lines} lines are on the pages` })
  }
  const expectText = (id: number) => expect(id, pages.lines.get(id)?.length ?? 0)
  for (const block of galley.blocks) {
    if (block.type === 'text') expectText(block.id)
    else if (block.type === 'box') expect(block.id, undefined)
  }
  for (const float of galley.floats) {
    const parts = (placed.get(float.id) ?? []).flatMap(placement =>
      placement.type === 'box' && placement.rows ? [placement.rows] : [],
    )
    if (parts.length === 0) expect(float.id, undefined)
    else {
      placed.delete(float.id)
      if (!isWholeTable(parts, float.rows?.body.length ?? 0))
        losses.push({ block: float.id, reason: 'not all of its rows are on the pages, in order' })
    }
  }
  for (const note of galley.marginNotes ?? []) expect(note.id, undefined)
  for (const { whole, blocks } of galley.sides ?? []) {
    const parts = whole && placed.has(whole.id) ? [whole] : blocks
    for (const block of parts) {
      if (block.type === 'text') expectText(block.id)
      else expect(block.id, undefined)
    }
  }
  for (const note of galley.notes) {
    expect(note.id, undefined)
    for (const block of note.blocks) {
      if (block.type === 'text') expectText(block.id)
      else expect(block.id, undefined)
    }
  }
  for (const block of placed.keys())
    losses.push({ block, reason: 'it is on the pages and not in the article' })
  return losses
}

/** Whether the parts of a cut table continue each other, from its first row to the end of its last. */
function isWholeTable(parts: readonly RowRange[], rows: number): boolean {
  let next: { readonly from: number; readonly start: number | undefined } = { from: 0, start: undefined }
  for (const { from, end, start, stop } of parts) {
    if (from !== next.from || start !== next.start) return false
    next = { from: stop === undefined ? end : end - 1, start: stop }
  }
  return next.from === rows && next.start === undefined
}

/** Paragraphs whose words are not in their lines, and lines and boxes that are not at their place. */
function notShown(galley: Galley, pages: Pages, blocks: readonly ReadBlock[]): Loss[] {
  const losses: Loss[] = []
  const shown = new Map(blocks.map(block => [block.id, block]))
  const frames = new Set(galley.notes.map(note => note.id))
  for (const { id, text } of textBlocks(galley)) {
    if (plain(shown.get(id)?.text ?? '') !== plain(text))
      losses.push({ block: id, reason: 'its words are not all there' })
  }
  pages.sheets.forEach((sheet, index) => {
    for (const placement of sheet.placements) {
      // The blocks inside a note are placed and checked one by one.
      if (frames.has(placement.block)) continue
      const reason = misplaced(placement, index, pages, shown.get(placement.block))
      if (reason !== undefined) losses.push({ block: placement.block, reason })
    }
  })
  return losses
}

function plain(text: string): string {
  return text.replace(/[\u00AD\uFFFC\s]/g, '')
}

function misplaced(
  placement: Placement,
  sheet: number,
  pages: Pages,
  shown: ReadBlock | undefined,
): string | undefined {
  const { grid } = pages
  if (!shown) return 'it is not in the document'
  const page = `page ${pages.sheets[sheet]?.folio}`
  if (placement.type === 'box') {
    if (placement.isTurned) return undefined
    const isInside =
      placement.x >= 0 &&
      placement.x + placement.width <= grid.sheetWidth + tolerance &&
      placement.y >= 0 &&
      placement.y + placement.height <= grid.sheetHeight + tolerance
    if (!isInside) return `it reaches beyond ${page}`
    // The position of a cut table's box is not compared: its rows are placed one by one.
    const middle = shown.boxes[0]?.[2] ?? 0
    const y = sheet * grid.sheetHeight + placement.y + placement.height / 2
    const isOff = placement.rows === undefined && Math.abs(middle - y) > 2 * tolerance
    return isOff ? `it is ${Math.round(middle - y)} px off its place on ${page}` : undefined
  }
  const chosen = pages.lines.get(placement.block) ?? []
  const { tops } = lineTops(placement, chosen)
  for (let line = placement.from; line < placement.to; line++) {
    // An empty line of code has no box to compare.
    if (chosen[line]?.start === chosen[line]?.end) continue
    const [left = 0, right = 0, middle = 0] = shown.boxes[line] ?? []
    const top = placement.y + (tops[line - placement.from] ?? 0)
    const y = sheet * grid.sheetHeight + top + placement.lineHeight / 2
    if (Math.abs(middle - y) > 2 * tolerance)
      return `line ${line + 1} is ${Math.round(middle - y)} px off its place on ${page}`
    const width = chosen[line]?.width ?? 0
    if (left < 0 || right > grid.sheetWidth) return `line ${line + 1} reaches beyond ${page}`
    if (right - left < width - 8)
      return `line ${line + 1} is ${Math.round(right - left)} px wide on ${page}, not ${Math.round(width)}`
  }
  return undefined
}

/** Whether something spans a column. What is only as wide as the text does not span the one in the margin. */
function isAcross(span: Placement, [first]: readonly Placement[]): boolean {
  if (span.column !== -1 || first?.column !== marginColumn) return span.column === -1
  return span.type === 'box' && span.x < first.x + 1 && span.x + span.width > first.x + 1
}

/** Lines and boxes of a column that overlap. */
function overlapping(galley: Galley, pages: Pages): Loss[] {
  // The lines of a note are inside its box.
  const frames = new Set(galley.notes.map(note => note.id))
  const losses: Loss[] = []
  for (const sheet of pages.sheets) {
    const spans = sheet.placements.flatMap(placement => {
      if (frames.has(placement.block) || (placement.type === 'box' && placement.isTurned)) return []
      const height =
        placement.type === 'box'
          ? placement.height
          : lineTops(placement, pages.lines.get(placement.block) ?? []).height
      return [{ ...placement, end: placement.y + height }]
    })
    for (const [column, inColumn] of Map.groupBy(spans, span => span.column)) {
      const across = column === -1 ? [] : spans.filter(span => isAcross(span, inColumn))
      const sorted = [...inColumn, ...across].sort((first, second) => first.y - second.y)
      let last: (typeof sorted)[number] | undefined
      for (const span of sorted) {
        if (last && span.y < last.end - tolerance)
          losses.push({ block: span.block, reason: `it overlaps the block above it on page ${sheet.folio}` })
        if (!last || span.end > last.end) last = span
      }
    }
  }
  return losses
}
