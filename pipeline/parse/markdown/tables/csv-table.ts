/** Values separated by commas (RFC 4180, with what people write beside it) → `table`. */
import type { AlignType, BlockContent, PhrasingContent, Table } from 'mdast'
import type { Position } from 'unist'
import { csvRows } from '../../../tools/csv.ts'
import { atPosition } from '../tree/position.ts'
import { tableNode } from '../tree/table-node.ts'

export interface CsvTableOptions {
  /** Rows at the head; default: 0. */
  readonly headRows?: number
  /** Columns at the left that are heads of their rows; default: 0. */
  readonly headColumns?: number
  /** Default: `,`. */
  readonly delimiter?: string
  /** Default: `"`. */
  readonly quote?: string
  readonly align?: readonly AlignType[]
  /** Parts of the whole. */
  readonly widths?: readonly number[]
  /** Where the text stands in the manuscript. */
  readonly position?: Position
  /** Reads the text of a cell; default: as plain text. */
  readonly content?: (text: string) => (PhrasingContent | BlockContent)[]
}

/** Undefined where the text is no such table: a quotation without its end, or nothing at all. */
export function csvTable(text: string, options: CsvTableOptions = {}): Table | undefined {
  const { headRows = 0, headColumns = 0, align, widths, position, content = plain } = options
  const rows = csvRows(text, options)
  const count = Math.max(0, ...(rows ?? []).map(row => row.length))
  if (!rows || count === 0) return undefined
  const cells = rows.map(row =>
    Array.from({ length: count }, (_, column) => ({
      children: content(row[column] ?? ''),
      isHead: column < headColumns,
      position,
    })),
  )
  const table = tableNode(cells, {
    headRows: Math.min(headRows, rows.length),
    align: align ?? Array.from({ length: count }, () => null),
    widths,
    position,
  })
  for (const row of table.children) Object.assign(row, atPosition(position))
  return table
}

function plain(value: string): PhrasingContent[] {
  return value === '' ? [] : [{ type: 'text', value }]
}
