/**
 * The cells of a table on its grid: which column each begins in, where cells of earlier rows reach into a
 * row, and where cells are missing (HTML, "Forming a table").
 */
import type { Table, TableCell } from 'mdast'

export interface PlacedCell {
  readonly cell: TableCell
  readonly column: number
}

export interface CellGrid {
  /** For each row, its cells. */
  readonly rows: readonly (readonly PlacedCell[])[]
  readonly columns: number
  /** For each row, how many columns at its end have no cell. */
  readonly missing: readonly number[]
}

export function cellGrid(table: Table): CellGrid {
  /** For each column, the first row that is free. */
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
