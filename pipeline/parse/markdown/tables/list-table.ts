/**
 * A list of lists → `table`. The outer items are rows, the inner items are cells, and a cell may contain
 * blocks. This is the `list-table` of reStructuredText and MyST, and `flat-table` without spans.
 *
 *     * - a          →  row: a, b
 *       - b
 *     * - 1          →  row: 1, 2
 *       - 2
 */
import type { AlignType, BlockContent, List, ListItem, PhrasingContent, Table } from 'mdast'
import { rangeOf } from '../tree/position.ts'
import { type CellSource, tableNode } from '../tree/table-node.ts'

interface ListTableOptions {
  /** Number of header rows (`header-rows`). Default: 0. */
  readonly headRows?: number
  /** Number of columns at the left whose cells are row headers (`stub-columns`). Default: 0. */
  readonly headColumns?: number
  readonly align?: readonly AlignType[]
  /** Width of each column as a fraction of the text width. */
  readonly widths?: readonly number[]
}

/** The `table` for a list of lists. Undefined unless every item consists of exactly one list. */
export function listTable(list: List, options: ListTableOptions = {}): Table | undefined {
  const { headRows = 0, headColumns = 0, align, widths } = options
  const rows = list.children.map(({ children: [inner, ...rest] }) =>
    inner?.type === 'list' && rest.length === 0 ? inner : undefined,
  )
  if (rows.length === 0 || rows.some(row => row === undefined)) return undefined
  const cells = rows.map((row): CellSource[] =>
    (row?.children ?? []).map((item, column) => ({
      children: contentOf(item),
      isHead: column < headColumns,
      position: item.position,
    })),
  )
  const table = tableNode(cells, {
    headRows: Math.min(headRows, rows.length),
    align: align ?? (cells[0] ?? []).map(() => null),
    widths,
    position: list.position,
  })
  for (const row of table.children) {
    const position = rangeOf(row.children)
    if (position) row.position = position
  }
  return table
}

/** The content of a cell. If it is a single paragraph, its phrases are returned without the paragraph. */
function contentOf({ children }: ListItem): (PhrasingContent | BlockContent)[] {
  const [first, ...rest] = children
  if (first?.type === 'paragraph' && rest.length === 0) return first.children
  return children.filter(child => child.type !== 'definition' && child.type !== 'footnoteDefinition')
}
