/** Running heads and feet, page numbers and line numbers. */
import type { FurniturePlace, Imprint } from '../../model/article.ts'
import type { Galley } from '../galley.ts'
import type { FurnitureJob } from '../hands/place.ts'
import { lineTops } from '../lines/tall-lines.ts'
import { type PageArea, pageArea } from '../page-grid.ts'
import type { Pages, PlacedLines, Sheet } from '../pages.ts'

export interface FurnitureInput {
  readonly pages: Pages
  readonly galley: Galley
  readonly furniture: Imprint['furniture']
  /** Distance of numbered lines; 0: no numbers. */
  readonly lineNumbers: number
}

export function furnitureJobs({ pages, galley, furniture, lineNumbers }: FurnitureInput): FurnitureJob[] {
  const headings = runningHeadings(pages, galley)
  return pages.sheets.flatMap((sheet, index) => {
    const area = pageArea(pages.grid, index, Number(sheet.folio))
    const values: Readonly<Record<string, string | undefined>> = {
      page: sheet.folio,
      pages: String(pages.sheets.length),
      heading: headings[index],
    }
    const strings = Object.entries(furniture[sheet.kind]).flatMap(([place, pattern]) => {
      const text = pattern
        .replace(/\{(page|pages|heading)\}/g, (_, name: string) => values[name] ?? '')
        .trim()
      // The cast is safe: `Object.entries` loses the type of the keys, which are the places.
      return text === ''
        ? []
        : [stringJob(place as FurniturePlace, text, { sheet, index, area, grid: pages.grid })]
    })
    return [
      ...strings,
      ...(lineNumbers > 0
        ? numberJobs({ sheet, index, area, grid: pages.grid }, pages.lines, lineNumbers)
        : []),
    ]
  })
}

/** For each page, the last first-level heading on it or on an earlier page. */
function runningHeadings(pages: Pages, galley: Galley): (string | undefined)[] {
  const headings = new Map(
    galley.blocks.flatMap(block =>
      block.type === 'box' && block.heading !== undefined ? [[block.id, block.heading] as const] : [],
    ),
  )
  let current: string | undefined
  return pages.sheets.map(sheet => {
    const onSheet = sheet.placements.flatMap(({ block }) => headings.get(block) ?? [])
    current = onSheet.at(-1) ?? current
    return current
  })
}

interface FurnishedSheet {
  readonly sheet: Sheet
  readonly index: number
  readonly area: PageArea
  readonly grid: Pages['grid']
}

function stringJob(
  place: FurniturePlace,
  text: string,
  { sheet, index, area, grid }: FurnishedSheet,
): FurnitureJob {
  const [edge = 'head', side = 'left'] = place.split('-')
  const foot = area.top + area.height
  const [top, height] = edge === 'head' ? [0, area.top] : [foot, grid.sheetHeight - foot]
  const [left, width] = furnishedWidth(area, grid)
  return {
    className: `furniture ${edge} ${side} on-${sheet.kind}`,
    left,
    top: index * grid.sheetHeight + top,
    width,
    height,
    text,
  }
}

/** Heads and feet are as wide as the text and the column in the margin together. */
function furnishedWidth(
  { left, marginLeft }: PageArea,
  { areaWidth, marginColumn }: Pages['grid'],
): readonly [left: number, width: number] {
  if (marginLeft === undefined || !marginColumn) return [left, areaWidth]
  const start = Math.min(left, marginLeft)
  return [start, Math.max(left + areaWidth, marginLeft + marginColumn.width) - start]
}

/** Line numbers to the left of each column. */
function numberJobs(
  { sheet, index, area, grid }: FurnishedSheet,
  set: Pages['lines'],
  every: number,
): FurnitureJob[] {
  const lines = sheet.placements.filter(
    (placement): placement is PlacedLines => placement.type === 'lines' && placement.column >= 0,
  )
  const columns = Map.groupBy(lines, placement => placement.column)
  return [...columns.values()].flatMap(column => {
    const tops = column
      .flatMap(placed => lineTops(placed, set.get(placed.block) ?? []).tops.map(top => placed.y + top))
      .sort((first, second) => first - second)
    const left = area.columnLefts[column[0]?.column ?? 0] ?? area.left
    return tops.flatMap((top, line) =>
      (line + 1) % every === 0
        ? [
            {
              className: 'furniture line-number',
              left: left - grid.gutter,
              top: index * grid.sheetHeight + top,
              width: grid.gutter * 0.8,
              height: grid.baseline,
              text: String(line + 1),
            },
          ]
        : [],
    )
  })
}
