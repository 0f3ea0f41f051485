/** The shape of all pages, which page make-up gets, and the plan of each page, which it makes. */

import type { Position } from '../vertical-list.ts'
import type { ColumnEnd } from './column-run.ts'
import type { ColumnFloats } from './page-floats.ts'

/** The shape of the pages. Lengths in CSS px. */
export interface PageShape {
  readonly columns: number
  /** Height of the text area: a whole number of lines. */
  readonly height: number
  readonly baseline: number
  readonly noteRule: number
  /** The columns and the height of the first page, if they differ. */
  readonly first?: { readonly columns: number; readonly height: number }
}

/** The shape of a page by its number, from 0. */
export function shapeOf(shape: PageShape, page: number): PageShape {
  return page === 0 ? { ...shape, ...shape.first } : shape
}

export interface PlannedPage {
  /** Floats across the page, at its head and foot: indexes into `VerticalList.floats`. */
  readonly top: readonly number[]
  readonly bottom: readonly number[]
  readonly columns: readonly PlannedColumn[]
  /** Height for notes below the floats at the foot of the page. If it is 0, notes are above these floats. */
  readonly noteRoom: number
  /** Height of the text area. It is less on a last page whose columns end together. */
  readonly height: number
}

export interface PlannedColumn extends ColumnFloats {
  readonly start: Position
  readonly fill: ColumnEnd
}
