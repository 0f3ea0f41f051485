/** What page make-up is given of a page, and what it chooses for it. */

import type { Position } from '../vertical-list.ts'
import type { ColumnEnd } from './column-run.ts'
import type { ColumnFloats } from './page-floats.ts'

/** Lengths in CSS px. */
export interface PageShape {
  readonly columns: number
  /** Of the text area; a whole number of lines. */
  readonly height: number
  readonly baseline: number
  readonly noteRule: number
}

export interface PlannedPage {
  /** Floats across the page, by number in the list. */
  readonly top: readonly number[]
  readonly bottom: readonly number[]
  readonly columns: readonly PlannedColumn[]
  /** Height of a column, less than the page's on a balanced last page. */
  readonly height: number
}

export interface PlannedColumn extends ColumnFloats {
  readonly start: Position
  readonly fill: ColumnEnd
}
