/** Rows of cells → lines of text: the first two columns to the left, the numbers after them to the right. */
export function table(rows: readonly (readonly string[])[]): string {
  const count = Math.max(...rows.map(row => row.length))
  const widths = Array.from({ length: count }, (_, at) => Math.max(...rows.map(row => row[at]?.length ?? 0)))
  const padded = (cell: string, at: number) =>
    at < 2 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)
  return rows.map(row => row.map(padded).join('  ').trimEnd()).join('\n')
}
