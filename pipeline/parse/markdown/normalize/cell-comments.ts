/**
 * Comments with attributes in the cells of a table, which Manubot's plug-in "attributes" reads:
 *   | a <!-- $colspan="2" --> | | b |  →  a cell of two columns, and b
 * A comment with `colspan` also takes away the cells that it covers. `removenext` takes away as many cells
 * less one: the cells that a cell of the row above covers, so that the row has the right number again.
 */
import type { Nodes, TableCell } from 'mdast'
import type { Branch } from '../tree/branches.ts'

export function cellComments(row: Branch): void {
  if (row.type !== 'tableRow') return
  const cells: Nodes[] = []
  let covered = 0
  for (const cell of row.children) {
    if (covered > 0) covered -= 1
    else {
      if (cell.type !== 'tableCell') return
      const counts = countsOf(cell)
      covered = Math.max(counts.get('colspan') ?? 1, counts.get('removenext') ?? 1) - 1
      const [columns, rows] = [counts.get('colspan') ?? 1, counts.get('rowspan') ?? 1]
      if (columns > 1 || rows > 1) {
        cell.data = { ...cell.data, ...(columns > 1 && { columns }), ...(rows > 1 && { rows }) }
      }
      cells.push(cell)
    }
  }
  row.children = cells
}

/** The numbers in the comments of a cell: `$colspan="2"`. */
function countsOf({ children }: TableCell): ReadonlyMap<string, number> {
  const comments = children.flatMap(child => (child.type === 'html' ? [child.value] : []))
  const pairs = comments
    .filter(comment => comment.startsWith('<!--'))
    .flatMap(comment => [...comment.matchAll(/\$(colspan|rowspan|removenext)=(["'])([1-9]\d?)\2/g)])
  return new Map(pairs.map(([, name = '', , count]) => [name, Number(count)]))
}
