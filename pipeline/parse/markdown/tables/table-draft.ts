/**
 * A table of the manuscript before its cells are read: what stands where. The readers of the syntaxes make
 * it, `syntax/table-nodes.ts` turns it into `table`.
 */
import type { AlignType } from 'mdast'
import type { SourceLine, TextSlice } from './source-line.ts'

export interface CellDraft {
  /** From the top; blank lines are kept, those at the ends not. */
  readonly lines: readonly TextSlice[]
  /** Default: 1. */
  readonly columns?: number
  /** Default: 1. */
  readonly rows?: number
}

export interface TableDraft {
  readonly rows: readonly (readonly CellDraft[])[]
  readonly headRows: number
  readonly footRows?: number
  readonly align: readonly AlignType[]
  readonly widths?: readonly number[] | undefined
  /** Blocks as in a document, or the phrases of one paragraph. */
  readonly content: 'blocks' | 'phrases'
}

/** Takes lines until it knows whether they are a table. */
export interface TableReader {
  /** Undefined at the end of the text. `end`: the table ended before this line. */
  step(line: SourceLine | undefined): 'inside' | 'end' | 'failed'
  /** Whether the last line, if this is no table, is no part of a paragraph: any list may begin after it. */
  isOpen(): boolean
  /** After `end`; undefined where it is no table after all. */
  read(): TableDraft | undefined
}

/** The width of a line in plain text, to which pandoc relates widths of columns (its option `columns`). */
export const LINE_WIDTH = 72

/** Parts of the whole text width, as pandoc has them: less than all where the drawing is narrower than a line. */
export function relativeWidths(columns: readonly number[]): readonly number[] {
  const total = columns.reduce((sum, one) => sum + one, 0)
  const whole = Math.max(total, LINE_WIDTH)
  return columns.map(one => Math.round((one / whole) * 10_000) / 10_000)
}
