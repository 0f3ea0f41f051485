/**
 * The finished pages as plain data: the place of everything. Lengths in CSS px, from the upper left corner of
 * the page. `--to pages` prints it, the browser places it, and `sheet/check-pages.ts` checks it.
 */
import type { Position } from 'unist'
import type { PageKind } from '../model/article.ts'
import type { Line } from './items.ts'
import type { PageGrid } from './page-grid.ts'
import type { RowRange } from './vertical-list.ts'

export interface Pages {
  readonly grid: PageGrid
  readonly firstFolio: number
  readonly sheets: readonly Sheet[]
  /** The lines of each paragraph, by block. */
  readonly lines: ReadonlyMap<number, readonly Line[]>
  /** Page number of each id in the output. */
  readonly folios: ReadonlyMap<string, string>
  /** Pictures that consist of pixels, in order. */
  readonly pictures: readonly PrintedPicture[]
}

export interface PrintedPicture {
  /** Place of the picture in the manuscript. */
  readonly place: Position | undefined
  /** Whether the picture is in a figure. */
  readonly isFigure: boolean
  /** Number of pixels from left to right. */
  readonly pixels: number
  /** Printed width in CSS px. */
  readonly width: number
  /** Pixels per inch as printed. */
  readonly resolution: number
}

export interface Sheet {
  /** Page number as printed. */
  readonly folio: string
  readonly kind: PageKind
  readonly isTurned: boolean
  readonly placements: readonly Placement[]
  /** The rules above the notes of each column. */
  readonly noteRules: readonly { readonly x: number; readonly y: number; readonly width: number }[]
}

/** The number of the column in the margin. */
export const marginColumn = -2

export type Placement = PlacedLines | PlacedBox

interface Place {
  /** Number of the block in the galley. */
  readonly block: number
  /** Number of the column, from 0 in reading order; -1 for a place across the page; `marginColumn`. */
  readonly column: number
  readonly x: number
  readonly y: number
}

/** The lines of a paragraph from `from` up to `to`, one under the other. */
export interface PlacedLines extends Place {
  readonly type: 'lines'
  readonly from: number
  readonly to: number
  /** Height of a line without white space above or below it. */
  readonly lineHeight: number
}

interface PlacedBox extends Place {
  readonly type: 'box'
  readonly width: number
  readonly height: number
  /** True if the box is turned by 90° to the left: its width runs up the page, its height to the right. */
  readonly isTurned: boolean
  /** The rows at this place, if the box is a table that is cut. */
  readonly rows?: RowRange
}
