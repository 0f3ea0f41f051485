/** Tells the browser the place of everything on the pages. In: pages as plain data. */
import type { BrowserPage } from '../../tools/browser/puppeteer.ts'
import { cutTables } from '../hands/cut-tables.ts'
import { place } from '../hands/place.ts'
import { rowCutter } from '../hands/row-cutter.ts'
import { setLines } from '../hands/set-lines.ts'
import { type TableCut, tableCutter } from '../hands/table-cutter.ts'
import type { Pages, PlacedLines, Placement } from '../pages.ts'
import { type FurnitureInput, furnitureJobs } from './furniture.ts'
import { lineJob } from './line-job.ts'
import { runHand } from './run-hand.ts'

export async function placePages(sheet: BrowserPage, input: FurnitureInput): Promise<void> {
  const { pages } = input
  const height = pages.grid.sheetHeight
  // In the browser the pages are one strip, so `y` is counted from the top of the first page.
  const placements = pages.sheets.flatMap((page, index) =>
    page.placements.map(placement => ({ ...placement, y: placement.y + index * height })),
  )
  const cuts = tableCuts(placements)
  if (cuts.length > 0) await runHand(sheet, cutTables, { tableCutter, rowCutter }, cuts)
  await runHand(sheet, setLines, lineJobs(pages, placements))
  const isCut = new Set(cuts.map(cut => cut.id))
  const noteRules = pages.sheets.flatMap((page, index) =>
    page.noteRules.map(rule => [rule.x, rule.y + index * height, rule.width] as const),
  )
  await runHand(sheet, place, {
    height: pages.sheets.length * height,
    sheetHeight: height,
    blocks: firstPlaces(placements.filter(({ block }) => !isCut.has(block))),
    noteRules,
    furniture: furnitureJobs(input),
  })
}

function lineJobs(pages: Pages, placements: readonly Placement[]) {
  const lines = placements.filter((placement): placement is PlacedLines => placement.type === 'lines')
  return [...Map.groupBy(lines, placement => placement.block)].map(([block, parts]) =>
    lineJob(
      block,
      pages.lines.get(block) ?? [],
      parts.map(part => ({ from: part.from, left: part.x, top: part.y })),
    ),
  )
}

/**
 * The place where each block begins. `setLines` has placed the further pieces of a paragraph relative to it.
 */
function firstPlaces(placements: readonly Placement[]) {
  return [...Map.groupBy(placements, placement => placement.block).values()].flatMap(([placement]) =>
    placement === undefined
      ? []
      : placement.type === 'box'
        ? [[placement.block, placement.x, placement.y, placement.width, placement.isTurned] as const]
        : [[placement.block, placement.x, placement.y, 0, false] as const],
  )
}

/** Tables whose rows are in more than one place. */
function tableCuts(placements: readonly Placement[]): TableCut[] {
  const cut = placements.flatMap(placement =>
    placement.type === 'box' && placement.rows ? [{ ...placement, rows: placement.rows }] : [],
  )
  return [...Map.groupBy(cut, placement => placement.block)].map(([id, parts]) => ({
    id,
    parts: parts.map(({ x, y, rows }) => ({ x, y, ...rows })),
  }))
}
