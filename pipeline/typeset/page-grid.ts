/**
 * The page in CSS px. The document is one tall strip that Chromium cuts into pages. The cuts are exact only
 * if the height of a page is a whole number of px, so a fraction of a px is left out at the foot and at the
 * right of each page.
 */
import { type Manifest, pageMargins } from '../journal/index.ts'

/** The measures of the page. Lengths in CSS px. */
export interface PageGrid {
  readonly width: number
  readonly height: number
  /** The page in whole px, as the browser prints it. */
  readonly sheetWidth: number
  readonly sheetHeight: number
  readonly top: number
  /** The left edge of the text area on pages with odd numbers. */
  readonly left: number
  /** The left edge of the text area on pages with even numbers, which differs if margins are mirrored. */
  readonly evenLeft: number
  readonly areaWidth: number
  /** Height of the text area, a whole multiple of the baseline distance. */
  readonly areaHeight: number
  readonly columns: number
  readonly gutter: number
  readonly columnWidth: number
  readonly baseline: number
  /** True if the first column is the one on the right. */
  readonly isRightToLeft: boolean
  /** The first page, if it differs. */
  readonly first?: FirstPage
  /** The column in the margin, if the journal has one. */
  readonly marginColumn?: MarginColumn
}

interface FirstPage {
  readonly top: number
  readonly height: number
  /** The upper edge of the foot. */
  readonly foot: number
  readonly columns: number
  /** The left edge of its columns. Undefined if it is that of the other pages. */
  readonly left: number | undefined
}

interface MarginColumn {
  readonly side: 'left' | 'right' | 'outer' | 'inner'
  readonly width: number
  /** The distance from the text area. */
  readonly gap: number
}

export function pageGrid(page: Manifest['page'], direction: 'ltr' | 'rtl' = 'ltr'): PageGrid {
  const { width, height, top, bottom, columns, gutter, baseline } = page
  const { left, right } = pageMargins(page)
  const areaWidth = Math.floor(width - left - right)
  const columnWidth = (areaWidth - (columns - 1) * gutter) / columns
  return {
    width,
    height,
    sheetWidth: Math.floor(width),
    sheetHeight: Math.floor(height),
    top: Math.round(top),
    left: Math.round(left),
    evenLeft: Math.round(page.inside === undefined ? left : right),
    areaWidth,
    areaHeight: wholeLines(height - top - bottom, baseline),
    columns,
    gutter,
    columnWidth,
    baseline,
    isRightToLeft: direction === 'rtl',
    ...(page.first && { first: firstPage(page, columnWidth) }),
    ...(page['margin-column'] && { marginColumn: page['margin-column'] }),
  }
}

function wholeLines(height: number, baseline: number): number {
  return Math.floor(height / baseline) * baseline
}

/**
 * The foot of the first page is at the same place of the sheet as that of the others, or higher or lower by
 * the difference of their bottom margins. The text above it ends with a whole line.
 */
function firstPage({ first = {}, ...page }: Manifest['page'], columnWidth: number): FirstPage {
  const { top = page.top, bottom = page.bottom, columns = page.columns } = first
  const lines = wholeLines(page.height - page.top - page.bottom, page.baseline)
  const foot = Math.round(page.top) + lines + page.bottom - bottom
  const width = columns * columnWidth + (columns - 1) * page.gutter
  const fromRight = first.right === undefined ? undefined : page.width - first.right - width
  return {
    top: Math.round(top),
    // The tops are rounded, which may not cost a line.
    height: wholeLines(foot - Math.round(top) + 1, page.baseline),
    foot,
    columns,
    left: first.left ?? fromRight,
  }
}

/**
 * The width of the side of the first page: the column in the margin, or else what fewer columns leave free.
 * Undefined if there is neither.
 */
export function sideWidth(grid: PageGrid): number | undefined {
  const { marginColumn, first, columns, columnWidth, gutter } = grid
  if (marginColumn) return marginColumn.width
  const freed = columns - (first?.columns ?? columns)
  return freed > 0 ? freed * (columnWidth + gutter) - gutter : undefined
}

/** The width of the text area and the column in the margin together. */
export function fullWidth({ areaWidth, marginColumn }: PageGrid): number {
  return areaWidth + (marginColumn ? marginColumn.gap + marginColumn.width : 0)
}

/** The areas of one page. Lengths in CSS px, from the upper left corner of the page. */
export interface PageArea {
  readonly top: number
  readonly height: number
  /** The upper edge of the foot. */
  readonly foot: number
  readonly columns: number
  /** The left edge of what spans the page. */
  readonly left: number
  /** The left edge of each column, in reading order. */
  readonly columnLefts: readonly number[]
  /** The left edge of the column in the margin, if there is one. */
  readonly marginLeft: number | undefined
  /** The left edge of the side of the first page, if there is one. Undefined for other pages. */
  readonly sideLeft: number | undefined
}

/** `index`: number of the sheet from 0. `folio`: its page number. */
export function pageArea(grid: PageGrid, index: number, folio: number): PageArea {
  const isEven = folio % 2 === 0
  const first = index === 0 ? grid.first : undefined
  const { top, columns } = first ?? grid
  const usual = isEven ? grid.evenLeft : grid.left
  const textLeft = first?.left ?? usual
  // Beside fewer columns, the title block is as wide as the columns of the other pages.
  const left = columns === grid.columns ? textLeft : usual
  const step = grid.columnWidth + grid.gutter
  const textWidth = columns * step - grid.gutter
  const besideText = marginLeft(grid, isEven, { left: textLeft, right: textLeft + textWidth })
  // The columns that are free are to the right of the text, unless the text is moved to the right.
  const freeLeft = textLeft - left > grid.columnWidth ? left : textLeft + columns * step
  return {
    top,
    height: first?.height ?? grid.areaHeight,
    foot: first?.foot ?? grid.top + grid.areaHeight,
    columns,
    left,
    columnLefts: Array.from({ length: columns }, (_, column) => {
      const fromLeft = grid.isRightToLeft ? columns - 1 - column : column
      return textLeft + fromLeft * step
    }),
    marginLeft: besideText,
    sideLeft: index > 0 || sideWidth(grid) === undefined ? undefined : (besideText ?? freeLeft),
  }
}

function marginLeft(
  { marginColumn }: PageGrid,
  isEven: boolean,
  text: { readonly left: number; readonly right: number },
): number | undefined {
  if (!marginColumn) return undefined
  const { side, width, gap } = marginColumn
  const isLeft = side === 'left' || side === (isEven ? 'outer' : 'inner')
  return isLeft ? text.left - gap - width : text.right + gap
}
