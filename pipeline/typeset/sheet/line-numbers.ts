/** Numbers beside the lines of the text, to the left of each column. */
import type { Manifest } from '../../journal/index.ts'
import type { FurnitureJob } from '../hands/place.ts'
import { lineTops } from '../lines/tall-lines.ts'
import { pageArea } from '../page-grid.ts'
import type { Pages, PlacedLines } from '../pages.ts'

export interface LineNumbering {
  /** Every line whose number is a multiple of this has its number; 0: no numbers. */
  readonly interval: number
  /** What begins with number 1: each column, each page, or only the article. */
  readonly restart: 'column' | 'page' | 'never'
}

/** The numbering that the journal sets. `interval`: the interval that is asked for instead, if any. */
export function lineNumbering(
  setting: Manifest['page']['line-numbers'],
  interval: number | undefined,
): LineNumbering {
  const numbering = typeof setting === 'number' ? { interval: setting, restart: 'column' as const } : setting
  return { ...numbering, interval: interval ?? numbering.interval }
}

/** The numbers on each page, in the order of the pages. */
export function lineNumberJobs(
  { sheets, grid, lines }: Pick<Pages, 'sheets' | 'grid' | 'lines'>,
  { interval, restart }: LineNumbering,
): readonly (readonly FurnitureJob[])[] {
  if (interval === 0) return []
  let number = 0
  return sheets.map((sheet, index) => {
    if (restart === 'page') number = 0
    const { columnLefts, left } = pageArea(grid, index, Number(sheet.folio))
    const placed = sheet.placements.filter(
      (placement): placement is PlacedLines => placement.type === 'lines' && placement.column >= 0,
    )
    const columns = [...Map.groupBy(placed, placement => placement.column)]
    return columns.flatMap(([column, inColumn]) => {
      if (restart === 'column') number = 0
      const tops = inColumn
        .flatMap(part => lineTops(part, lines.get(part.block) ?? []).tops.map(top => part.y + top))
        .sort((first, second) => first - second)
      return tops.flatMap((top): FurnitureJob[] => {
        number++
        if (number % interval !== 0) return []
        return [
          {
            className: 'furniture line-number',
            left: (columnLefts[column] ?? left) - grid.gutter,
            top: index * grid.sheetHeight + top,
            width: grid.gutter * 0.8,
            height: grid.baseline,
            text: String(number),
          },
        ]
      })
    })
  })
}
