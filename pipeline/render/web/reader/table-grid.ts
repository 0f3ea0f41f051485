/** The cells of a table as rows of the same length. */

export interface GridCell {
  readonly text: string
  readonly colSpan: number
  readonly rowSpan: number
}

/**
 * Returns the texts of all rows. A cell over several rows or columns is repeated in each of them, so that
 * every row can be read alone; a title over all columns stands in the first one. The function is sent to the
 * reader's browser as text, so it uses only its arguments.
 */
export function tableGrid(rows: readonly (readonly GridCell[])[]): string[][] {
  const width = rows[0]?.reduce((sum, { colSpan }) => sum + colSpan, 0) ?? 0
  const grid = rows.map(() => Array<string | undefined>(width).fill(undefined))
  rows.forEach((cells, y) => {
    for (const { text, colSpan, rowSpan } of cells) {
      // The first place that no cell of an earlier row takes.
      const x = grid[y]?.indexOf(undefined) ?? 0
      for (const row of grid.slice(y, y + rowSpan)) row.fill(text, x, x + colSpan)
      if (colSpan === width) grid[y]?.fill('', x + 1)
    }
  })
  return grid.map(row => row.map(text => text ?? ''))
}
