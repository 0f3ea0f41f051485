/**
 * A table whose cells are found but not yet read: the lines of text in each cell, and the spans, alignment
 * and widths. The readers of the table syntaxes produce it; `syntax/drawn-table-node.ts` turns it into
 * `table`.
 */
import type { AlignType } from 'mdast'
import type { SourceLine, TextSlice } from './source-line.ts'

export interface CellDraft {
  /** The cell's lines from top to bottom, without blank lines at the beginning and end. */
  readonly lines: readonly TextSlice[]
  /** Number of columns that the cell spans. Default: 1. */
  readonly columns?: number
  /** Number of rows that the cell spans. Default: 1. */
  readonly rows?: number
}

export interface TableDraft {
  readonly rows: readonly (readonly CellDraft[])[]
  readonly headRows: number
  readonly footRows?: number
  readonly align: readonly AlignType[]
  readonly widths?: readonly number[] | undefined
  /** Whether cells contain blocks, as a document does, or the phrases of one paragraph. */
  readonly content: 'blocks' | 'phrases'
}

/** A recognizer that takes lines one by one until it knows whether they are a table. */
export interface TableReader {
  /** Takes the next line, or undefined at the end of the text. `end`: the table ended before this line. */
  step(line: SourceLine | undefined): 'inside' | 'end' | 'failed'
  /**
   * Whether the last line is certainly not part of a paragraph, even if the lines are not a table. If so,
   * any list may begin after it.
   */
  isOpen(): boolean
  /** The table. Call it after `end`. Returns undefined if the lines are not a table after all. */
  read(): TableDraft | undefined
}

/**
 * The number of characters in a line of plain text. pandoc divides column widths by this number (its option
 * `--columns`).
 */
export const lineWidth = 72

/**
 * Column widths in characters → fractions of the text width, as in pandoc. If the drawing is narrower than
 * a line, the fractions add up to less than 1.
 */
export function relativeWidths(columns: readonly number[]): readonly number[] {
  const total = columns.reduce((sum, width) => sum + width, 0)
  const textWidth = Math.max(total, lineWidth)
  return columns.map(width => Math.round((width / textWidth) * 10_000) / 10_000)
}
