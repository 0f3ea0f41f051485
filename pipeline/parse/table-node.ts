/**
 * Tables, from whatever syntax, as one node: mdast's `table`, whose cells may span columns and rows, may
 * be heads, and may hold blocks. A cell that lies under a span is not in the tree.
 */
import type { AlignType, BlockContent, PhrasingContent, Table } from 'mdast'
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

export interface TableOptions {
  /** Rows at the head; 0 for a table without. */
  readonly headRows: number
  readonly align?: readonly AlignType[] | undefined
  /** Widths of the columns, in parts of the whole. */
  readonly widths?: readonly number[] | undefined
  readonly position?: Position | undefined
}

export function tableNode(rows: readonly (readonly CellSource[])[], options: TableOptions): Table {
  const { headRows, align = [], widths, position } = options
  return {
    type: 'table',
    align: [...align],
    data: { headRows, ...(widths && { widths }) },
    children: rows.map(cells => ({
      type: 'tableRow',
      children: cells.map(
        ({ children, columns = 1, rows: height = 1, isHead, align: own, position: place }) => ({
          type: 'tableCell',
          data: {
            ...(columns > 1 && { columns }),
            ...(height > 1 && { rows: height }),
            ...(isHead && { isHead }),
            ...(own && { align: own }),
          },
          // mdast's cells hold phrases; ours may hold blocks, which its type cannot say.
          children: [...children] as PhrasingContent[],
          ...atPosition(place),
        }),
      ),
    })),
    ...atPosition(position),
  }
}
