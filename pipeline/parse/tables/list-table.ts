/** A list of lists → a table: an item is a row, an item of it a cell, which may hold blocks. */
import type { BlockContent, List, Table } from 'mdast'
import { tableNode } from '../table-node.ts'

export interface ListTableOptions {
  readonly headRows: number
  /** Widths of the columns, in parts of the whole. */
  readonly widths?: readonly number[] | undefined
}

export function listTable(list: List, { headRows, widths }: ListTableOptions): Table {
  const rows = list.children.map(item =>
    item.children.flatMap(child =>
      child.type === 'list'
        ? child.children.map(cell => {
            const [only, ...others] = cell.children
            const isTight = only?.type === 'paragraph' && others.length === 0
            // A cell holds no definitions.
            const children = isTight ? only.children : (cell.children as BlockContent[])
            return { children, position: cell.position }
          })
        : [],
    ),
  )
  const table = tableNode(rows, { headRows, widths, position: list.position })
  for (const [index, row] of table.children.entries()) {
    const position = list.children[index]?.position
    if (position) row.position = position
  }
  return table
}
