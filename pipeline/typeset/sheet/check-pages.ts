/**
 * Nothing lost: what the browser shows is held against the galley and the plan. Every block is on the pages
 * once and whole, its lines in order, where they were meant to be, inside the page and on no other.
 */
import { type Galley, textBlocks } from '../galley.ts'
import type { ReadBlock, ReadSheets } from '../hands/read-sheets.ts'
import { lineTops } from '../lines/tall-lines.ts'
import type { Pages, Placement } from '../pages.ts'

export interface Loss {
  /** The block of the galley that it is about, where there is one. */
  readonly block: number | undefined
  readonly reason: string
}

/** How far something may stand from where it was meant to be, in CSS px. */
const tolerance = 1.5

/** `notes`: ids of all notes of the article. */
export function checkPages(galley: Galley, pages: Pages, read: ReadSheets, notes: readonly string[]): Loss[] {
  return [
    ...notRead(galley, read, notes),
    ...notPlaced(galley, pages),
    ...notShown(galley, pages, read.blocks),
    ...overlapping(galley, pages),
  ]
}

/** All that the article says has come into the galley. */
function notRead(galley: Galley, { strays }: ReadSheets, notes: readonly string[]): Loss[] {
  const read = new Set(galley.notes.map(note => note.target))
  const missing = notes.filter(note => !read.has(note))
  return [
    ...strays.map(text => ({ block: undefined, reason: `"${text.slice(0, 40)}" belongs to no block` })),
    ...missing.map(note => ({ block: undefined, reason: `the footnote ${note} is not in the document` })),
  ]
}

/** Each line and each box is placed once. */
function notPlaced(galley: Galley, pages: Pages): Loss[] {
  const placed = new Map<number, Placement[]>()
  for (const placement of pages.sheets.flatMap(sheet => sheet.placements)) {
    const known = placed.get(placement.block)
    if (known) known.push(placement)
    else placed.set(placement.block, [placement])
  }
  const losses: Loss[] = []
  const expect = (block: number, lines: number | undefined) => {
    const found = placed.get(block) ?? []
    placed.delete(block)
    if (lines === undefined) {
      if (found.length !== 1) losses.push({ block, reason: `it stands on the pages ${found.length} times` })
      return
    }
    let next = 0
    for (const one of found) {
      if (one.type !== 'lines' || one.from !== next)
        losses.push({ block, reason: `line ${next + 1} is not in order` })
      if (one.type === 'lines') next = one.to
    }
    if (next !== lines) losses.push({ block, reason: `${next} of its ${lines} lines are on the pages` })
  }
  const textBlock = (id: number) => expect(id, pages.lines.get(id)?.length ?? 0)
  for (const block of galley.blocks) {
    if (block.type === 'text') textBlock(block.id)
    else if (block.type === 'box') expect(block.id, undefined)
  }
  for (const float of galley.floats) {
    const parts = (placed.get(float.id) ?? []).flatMap(one =>
      one.type === 'box' && one.rows ? [one.rows] : [],
    )
    if (parts.length === 0) expect(float.id, undefined)
    else {
      placed.delete(float.id)
      const ends = [0, ...parts.map(part => part.end)]
      const isWhole =
        parts.every((part, at) => part.from === ends[at]) && ends.at(-1) === float.rows?.body.length
      if (!isWhole) losses.push({ block: float.id, reason: 'not all of its rows are on the pages, in order' })
    }
  }
  for (const note of galley.notes) {
    expect(note.id, undefined)
    for (const block of note.blocks) {
      if (block.type === 'text') textBlock(block.id)
      else expect(block.id, undefined)
    }
  }
  for (const block of placed.keys())
    losses.push({ block, reason: 'it is on the pages and not in the article' })
  return losses
}

/** The words of each paragraph are in its lines, and each line stands where it was placed. */
function notShown(galley: Galley, pages: Pages, read: readonly ReadBlock[]): Loss[] {
  const losses: Loss[] = []
  const shown = new Map(read.map(block => [block.id, block]))
  const frames = new Set(galley.notes.map(note => note.id))
  for (const { id, text } of textBlocks(galley)) {
    if (plain(shown.get(id)?.text ?? '') !== plain(text))
      losses.push({ block: id, reason: 'its words are not all there' })
  }
  pages.sheets.forEach((sheet, index) => {
    for (const placement of sheet.placements) {
      // A note's own box holds what is placed by itself.
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
    // The rows of a table that is cut are placed each by itself.
    const middle = shown.boxes[0]?.[2] ?? 0
    const y = sheet * grid.sheetHeight + placement.y + placement.height / 2
    const isOff = placement.rows === undefined && Math.abs(middle - y) > 2 * tolerance
    return isOff ? `it stands ${Math.round(middle - y)} px off its place on ${page}` : undefined
  }
  const chosen = pages.lines.get(placement.block) ?? []
  const { tops } = lineTops(placement, chosen)
  for (let line = placement.from; line < placement.to; line++) {
    // An empty line of code has no extent that could be read.
    if (chosen[line]?.start === chosen[line]?.end) continue
    const [left = 0, right = 0, middle = 0] = shown.boxes[line] ?? []
    const top = placement.y + (tops[line - placement.from] ?? 0)
    const y = sheet * grid.sheetHeight + top + placement.lineHeight / 2
    if (Math.abs(middle - y) > 2 * tolerance)
      return `line ${line + 1} stands ${Math.round(middle - y)} px off its place on ${page}`
    const width = chosen[line]?.width ?? 0
    if (left < 0 || right > grid.sheetWidth) return `line ${line + 1} reaches beyond ${page}`
    if (right - left < width - 8)
      return `line ${line + 1} is ${Math.round(right - left)} px wide on ${page}, not ${Math.round(width)}`
  }
  return undefined
}

/** No two things of a column stand on the same height. */
function overlapping(galley: Galley, pages: Pages): Loss[] {
  // The lines of a note stand inside its box.
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
    for (const [column, inColumn] of Map.groupBy(spans, one => one.column)) {
      const across = column === -1 ? [] : spans.filter(one => one.column === -1)
      const sorted = [...inColumn, ...across].sort((one, other) => one.y - other.y)
      let last: (typeof sorted)[number] | undefined
      for (const one of sorted) {
        if (last && one.y < last.end - tolerance)
          losses.push({ block: one.block, reason: `it overlaps what stands over it on page ${sheet.folio}` })
        if (!last || one.end > last.end) last = one
      }
    }
  }
  return losses
}
