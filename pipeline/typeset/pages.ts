/**
 * The finished pages as plain data: what stands where. Lengths in CSS px, from the upper left corner of the
 * page. This is what `--to pages` prints, what the browser places, and what is checked.
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
  /** The text itself, by block: lines as they were broken. */
  readonly lines: ReadonlyMap<number, readonly Line[]>
  /** Page of each thing that a reference may lead to, by id in the output. */
  readonly folios: ReadonlyMap<string, string>
  /** Those made of pixels, in order. */
  readonly pictures: readonly PrintedPicture[]
}

export interface PrintedPicture {
  /** In the manuscript. */
  readonly place: Position | undefined
  /** Or part of a line. */
  readonly isFigure: boolean
  /** Across. */
  readonly pixels: number
  readonly width: number
  /** Pixels to the inch. */
  readonly resolution: number
}

export interface Sheet {
  /** As printed. */
  readonly folio: string
  readonly kind: PageKind
  readonly isTurned: boolean
  readonly placements: readonly Placement[]
  /** Left edge, top and width of the rules over notes. */
  readonly noteRules: readonly { readonly x: number; readonly y: number; readonly width: number }[]
}

export type Placement = PlacedLines | PlacedBox

interface Place {
  /** The block of the galley. */
  readonly block: number
  /** From 0; -1 across the page. */
  readonly column: number
  readonly x: number
  readonly y: number
}

/** The lines of a paragraph from `from` up to `to`, one under the other. */
export interface PlacedLines extends Place {
  readonly type: 'lines'
  readonly from: number
  readonly to: number
  /** Of a line that has no room of its own over and under it. */
  readonly lineHeight: number
}

export interface PlacedBox extends Place {
  readonly type: 'box'
  readonly width: number
  readonly height: number
  /** By a quarter to the left: its width runs up the page, its height to the right. */
  readonly isTurned: boolean
  /** Of a table that is cut: its rows here. */
  readonly rows?: RowRange
}
