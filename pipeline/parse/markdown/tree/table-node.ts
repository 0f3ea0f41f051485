/**
 * Makes mdast's `table` for the tables of every syntax. Beyond GFM, cells can span columns and rows, can be
 * heads, and can contain blocks. The places that a cell spans have no cells in the tree.
 */
import type { AlignType, BlockContent, PhrasingContent, Table, TableCell } from 'mdast'
import type { Position } from 'unist'
import { atPosition } from './position.ts'

/** A cell as a reader of tables found it. */
export interface CellSource {
  readonly children: readonly (PhrasingContent | BlockContent)[]
  /** The number of columns that the cell spans. Default: 1. */
  readonly columns?: number | undefined
  /** The number of rows that the cell spans. Default: 1. */
  readonly rows?: number | undefined
  /** True if the cell is the head of its row. */
  readonly isHead?: boolean | undefined
  readonly align?: AlignType | undefined
  readonly position?: Position | undefined
}

interface TableOptions {
  /** The number of rows in the head. 0: the table has no head. */
  readonly headRows: number
  /** The number of rows in the foot. Default: 0. */
  readonly footRows?: number | undefined
  readonly align?: readonly AlignType[] | undefined
  /** Widths of the columns, as proportions of each other. */
  readonly widths?: readonly number[] | undefined
  readonly position?: Position | undefined
}

/** The `table` with these rows of cells. */
export function tableNode(rows: readonly (readonly CellSource[])[], options: TableOptions): Table {
  const { headRows, footRows = 0, align = [], widths, position } = options
  return {
    type: 'table',
    align: [...align],
    data: { headRows, ...(footRows > 0 && { footRows }), ...(widths && { widths }) },
    children: rows.map(cells => ({
      type: 'tableRow',
      children: cells.map(cellNode),
    })),
    ...atPosition(position),
  }
}

function cellNode({ children, columns = 1, rows = 1, isHead, align, position }: CellSource): TableCell {
  const data: TableCell['data'] = {
    ...(columns > 1 && { columns }),
    ...(rows > 1 && { rows }),
    ...(isHead && { isHead }),
    ...(align && { align }),
  }
  return {
    type: 'tableCell',
    ...(Object.keys(data).length > 0 && { data }),
    // The cast is needed because cells in mdast contain phrases only. Cells in Offprint can contain blocks.
    children: [...children] as PhrasingContent[],
    ...atPosition(position),
  }
}
