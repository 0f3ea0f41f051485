/** Comma-separated values (RFC 4180, with other delimiters and quotes if asked for) → `table`. */
import type { AlignType, BlockContent, PhrasingContent, Table } from 'mdast'
import type { Position } from 'unist'
import { csvRows } from '../../../tools/csv.ts'
import { atPosition } from '../tree/position.ts'
import { tableNode } from '../tree/table-node.ts'

interface CsvTableOptions {
  /** Number of header rows. Default: 0. */
  readonly headRows?: number
  /** Number of columns at the left whose cells are row headers. Default: 0. */
  readonly headColumns?: number
  /** Character between two values. Default: `,`. */
  readonly delimiter?: string
  /** Character around a value that contains delimiters. Default: `"`. */
  readonly quote?: string
  readonly align?: readonly AlignType[]
  /** Width of each column as a fraction of the text width. */
  readonly widths?: readonly number[]
  /** Place of the text in the manuscript; every cell gets it. */
  readonly position?: Position
  /** Turns the text of a cell into nodes. Default: one text node. */
  readonly content?: (text: string) => (PhrasingContent | BlockContent)[]
}

/**
 * The `table` for comma-separated values. Undefined if the text is not a table: it is empty, or a quotation
 * mark has no partner.
 */
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
