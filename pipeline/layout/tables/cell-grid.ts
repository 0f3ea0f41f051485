/**
 * The cells of a table on its grid: the column in which each cell begins, allowing for cells of earlier rows
 * that reach into the row, and the number of missing cells (HTML, "Forming a table").
 */
import type { Table, TableCell } from 'mdast'

export interface PlacedCell {
  readonly cell: TableCell
  readonly column: number
}

export interface CellGrid {
  /** The cells of each row. */
  readonly rows: readonly (readonly PlacedCell[])[]
  readonly columns: number
  /** For each row, the number of columns at its end without a cell. */
  readonly missing: readonly number[]
}

export function cellGrid(table: Table): CellGrid {
  /** The first free row of each column. */
  const free: number[] = []
  const rows = table.children.map((row, at) => {
    let column = 0
    return row.children.map((cell): PlacedCell => {
      while ((free[column] ?? 0) > at) column++
      const { columns = 1, rows = 1 } = cell.data ?? {}
      const place = { cell, column }
      for (const end = column + columns; column < end; column++) free[column] = at + rows
      return place
    })
  })
  const columns = Math.max(free.length, table.align?.length ?? 0)
  return { rows, columns, missing: missingIn(table, rows, columns) }
}

function missingIn(table: Table, rows: CellGrid['rows'], columns: number): readonly number[] {
  const taken = table.children.map(() => new Set<number>())
  for (const [at, row] of rows.entries()) {
    for (const { cell, column } of row) {
      const { columns: width = 1, rows: height = 1 } = cell.data ?? {}
      for (const set of taken.slice(at, at + height)) for (let i = 0; i < width; i++) set.add(column + i)
    }
  }
  return taken.map(set => columns - Math.min(columns, Math.max(-1, ...set) + 1))
}
