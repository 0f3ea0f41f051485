/**
 * The page in CSS px. The document is one tall strip that Chromium cuts into pages. The cuts are exact only
 * if the height of a page is a whole number of px, so a fraction of a px is left out at the foot and at the
 * right of each page.
 */
import type { Manifest } from '../journal/index.ts'

/** The measures of the page. Lengths in CSS px. */
export interface PageGrid {
  readonly width: number
  readonly height: number
  /** The page in whole px, as the browser prints it. */
  readonly sheetWidth: number
  readonly sheetHeight: number
  readonly top: number
  readonly left: number
  readonly areaWidth: number
  /** Height of the text area, a whole multiple of the baseline distance. */
  readonly areaHeight: number
  readonly columns: number
  readonly gutter: number
  readonly columnWidth: number
  readonly baseline: number
  /** True if the first column is the one on the right. */
  readonly isRightToLeft: boolean
}

export function pageGrid(page: Manifest['page'], direction: 'ltr' | 'rtl' = 'ltr'): PageGrid {
  const { width, height, top, bottom, left, right, columns, gutter, baseline } = page
  const lines = Math.floor((height - top - bottom) / baseline)
  const areaWidth = Math.floor(width - left - right)
  return {
    width,
    height,
    sheetWidth: Math.floor(width),
    sheetHeight: Math.floor(height),
    top: Math.round(top),
    left: Math.round(left),
    areaWidth,
    areaHeight: lines * baseline,
    columns,
    gutter,
    columnWidth: (areaWidth - (columns - 1) * gutter) / columns,
    baseline,
    isRightToLeft: direction === 'rtl',
  }
}

/** The left edge of a column. Columns are counted from 0 in reading order. */
export function columnX(grid: PageGrid, column: number): number {
  const fromLeft = grid.isRightToLeft ? grid.columns - 1 - column : column
  return grid.left + fromLeft * (grid.columnWidth + grid.gutter)
}
