/**
 * A list of lists → `table`: the outer items are rows, the inner ones cells, which may hold blocks
 * (`list-table` of reStructuredText and MyST, `flat-table` without its spans).
 *
 *     * - a          →  row: a, b
 *       - b
 *     * - 1          →  row: 1, 2
 *       - 2
 */
import type { AlignType, BlockContent, List, ListItem, PhrasingContent, Table } from 'mdast'
import { rangeOf } from '../tree/position.ts'
import { type CellSource, tableNode } from '../tree/table-node.ts'

export interface ListTableOptions {
  /** Rows at the head (`header-rows`); default: 0. */
  readonly headRows?: number
  /** Columns at the left that are heads of their rows (`stub-columns`); default: 0. */
  readonly headColumns?: number
  readonly align?: readonly AlignType[]
  /** Parts of the whole. */
  readonly widths?: readonly number[]
}

/** Undefined where the items are not all lists, and nothing else. */
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

/** One paragraph alone is its phrases. */
function contentOf({ children }: ListItem): (PhrasingContent | BlockContent)[] {
  const [first, ...rest] = children
  if (first?.type === 'paragraph' && rest.length === 0) return first.children
  return children.filter(child => child.type !== 'definition' && child.type !== 'footnoteDefinition')
}
