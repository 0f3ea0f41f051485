/** Running heads and feet, page numbers and line numbers. */
import type { FurniturePlace, Imprint } from '../../model/article.ts'
import type { Galley } from '../galley.ts'
import type { FurnitureJob } from '../hands/place.ts'
import { lineTops } from '../lines/tall-lines.ts'
import { columnX, type PageGrid } from '../page-grid.ts'
import type { Pages, PlacedLines, Sheet } from '../pages.ts'
import { type FurnitureStyle, furnitureImage, furnitureRules } from './furniture-parts.ts'

export interface FurnitureInput {
  readonly pages: Pages
  readonly galley: Galley
  readonly furniture: Imprint['furniture']
  /** The pictures and rules of the journal's running heads and feet. */
  readonly furnitureStyle: FurnitureStyle
  /** Distance of numbered lines; 0: no numbers. */
  readonly lineNumbers: number
}

export function furnitureJobs({
  pages,
  galley,
  furniture,
  furnitureStyle,
  lineNumbers,
}: FurnitureInput): FurnitureJob[] {
  const headings = runningHeadings(pages, galley)
  return pages.sheets.flatMap((sheet, index) => {
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
      const job = stringJob(place as FurniturePlace, text, sheet, index, pages.grid)
      const image = furnitureImage(furnitureStyle, sheet.kind, place)
      return text === '' && !image ? [] : [{ ...job, ...(image && { image }) }]
    })
    const rules = furnitureRules(strings, furnitureStyle, sheet.kind)
    return [...strings, ...rules, ...(lineNumbers > 0 ? numberJobs(sheet, index, pages, lineNumbers) : [])]
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

function stringJob(
  place: FurniturePlace,
  text: string,
  sheet: Sheet,
  index: number,
  grid: PageGrid,
): FurnitureJob {
  const [edge = 'head', side = 'left'] = place.split('-')
  const foot = grid.top + grid.areaHeight
  const [top, height] = edge === 'head' ? [0, grid.top] : [foot, grid.sheetHeight - foot]
  return {
    className: `furniture ${edge} ${side} on-${sheet.kind}`,
    left: grid.left,
    top: index * grid.sheetHeight + top,
    width: grid.areaWidth,
    height,
    text,
  }
}

/** Line numbers to the left of each column. */
function numberJobs(sheet: Sheet, index: number, { grid, lines: set }: Pages, every: number): FurnitureJob[] {
  const lines = sheet.placements.filter((placement): placement is PlacedLines => placement.type === 'lines')
  const columns = Map.groupBy(lines, placement => placement.column)
  return [...columns.values()].flatMap(column => {
    const tops = column
      .flatMap(placed => lineTops(placed, set.get(placed.block) ?? []).tops.map(top => placed.y + top))
      .sort((first, second) => first - second)
    const left = columnX(grid, column[0]?.column ?? 0)
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
