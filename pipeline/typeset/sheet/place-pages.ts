/** Pages as plain data → the browser, which puts everything at its place on the sheets. */
import type { BrowserPage } from '../../tools/browser/puppeteer.ts'
import { cutTables, type TableCut } from '../hands/cut-tables.ts'
import { place } from '../hands/place.ts'
import { setLines } from '../hands/set-lines.ts'
import type { Pages, PlacedLines, Placement } from '../pages.ts'
import { type FurnitureInput, furnitureJobs } from './furniture.ts'
import { lineJob } from './line-job.ts'

export async function placePages(sheet: BrowserPage, input: FurnitureInput): Promise<void> {
  const { pages } = input
  const height = pages.grid.sheetHeight
  // From the corner of the first sheet, as the document is one strip.
  const all = pages.sheets.flatMap((one, index) =>
    one.placements.map(placement => ({ ...placement, y: placement.y + index * height })),
  )
  const cuts = tableCuts(all)
  if (cuts.length > 0) await sheet.run(cutTables, cuts)
  await sheet.run(setLines, lineJobs(pages, all))
  const isCut = new Set(cuts.map(cut => cut.id))
  const noteRules = pages.sheets.flatMap((one, index) =>
    one.noteRules.map(rule => [rule.x, rule.y + index * height, rule.width] as const),
  )
  await sheet.run(place, {
    height: pages.sheets.length * height,
    sheetHeight: height,
    blocks: firstPlaces(all.filter(one => !isCut.has(one.block))),
    noteRules,
    furniture: furnitureJobs(input),
  })
}

function lineJobs(pages: Pages, placements: readonly Placement[]) {
  const lines = placements.filter((one): one is PlacedLines => one.type === 'lines')
  return [...Map.groupBy(lines, one => one.block)].map(([block, parts]) =>
    lineJob(
      block,
      pages.lines.get(block) ?? [],
      parts.map(part => ({ from: part.from, left: part.x, top: part.y })),
    ),
  )
}

/** A block stands where it begins; its further pieces are set beside it. */
function firstPlaces(placements: readonly Placement[]) {
  return [...Map.groupBy(placements, one => one.block).values()].flatMap(([one]) =>
    one === undefined
      ? []
      : one.type === 'box'
        ? [[one.block, one.x, one.y, one.width, one.isTurned] as const]
        : [[one.block, one.x, one.y, 0, false] as const],
  )
}

/** Tables whose rows are in more than one place. */
function tableCuts(placements: readonly Placement[]): TableCut[] {
  const cut = placements.flatMap(one => (one.type === 'box' && one.rows ? [{ ...one, rows: one.rows }] : []))
  return [...Map.groupBy(cut, one => one.block)].map(([id, parts]) => ({
    id,
    parts: parts.map(({ x, y, rows }) => ({ x, y, ...rows })),
  }))
}
