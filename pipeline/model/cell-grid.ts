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

interface TableHead {
  /** The first row that is printed. */
  readonly from: number
  /** The number of rows of the head that are printed. */
  readonly headRows: number
  /** The number of rows of the head as written. */
  readonly written: number
}

/** The head of a table. In a pipe table without a head, the author has written an empty one. */
export function headOf(table: Table): TableHead {
  const rows = table.children
  const written = Math.min(table.data?.headRows ?? 1, rows.length)
  const isEmpty = rows.slice(0, written).every(row => row.children.every(cell => cell.children.length === 0))
  const from = isEmpty && written < rows.length ? written : 0
  return { from, headRows: from > 0 ? 0 : written, written }
}
