/**
 * Tables, from whatever syntax, as one node: mdast's `table`, whose cells may span columns and rows, may
 * be heads, and may hold blocks. A cell that lies under a span is not in the tree.
 */
import type { AlignType, BlockContent, PhrasingContent, Table, TableCell } from 'mdast'
import type { Position } from 'unist'
import { atPosition } from './position.ts'

export interface CellSource {
  readonly children: readonly (PhrasingContent | BlockContent)[]
  /** Default: 1. */
  readonly columns?: number | undefined
  /** Default: 1. */
  readonly rows?: number | undefined
  readonly isHead?: boolean | undefined
  readonly align?: AlignType | undefined
  readonly position?: Position | undefined
}

interface TableOptions {
  /** Rows at the head; 0 for a table without. */
  readonly headRows: number
  /** Rows at the foot; default: 0. */
  readonly footRows?: number | undefined
  readonly align?: readonly AlignType[] | undefined
  /** Widths of the columns, in parts of the whole. */
  readonly widths?: readonly number[] | undefined
  readonly position?: Position | undefined
}

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
    // mdast's cells hold phrases; ours may hold blocks, which its type cannot say.
    children: [...children] as PhrasingContent[],
    ...atPosition(position),
  }
}
