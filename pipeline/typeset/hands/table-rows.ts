/**
 * A part of the hand `readGalley`: the heights of a table's rows and the lines of tall ones, for a table
 * that may be cut.
 */
import type { TableRows } from '../galley.ts'
import type { Dom } from './dom.ts'

/**
 * The heights of a table that may be cut; undefined for any other block. `block`: a table, or a figure that
 * may contain one. Runs in the browser.
 */
export function tableRows(dom: Dom, block: Element): TableRows | undefined {
  const tables = block.tagName === 'TABLE' ? [block] : Array.from(block.querySelectorAll('table'))
  // Panels stay beside each other.
  const table = tables.find(candidate => !candidate.closest('.panels'))
  if (!table) return undefined
  const height = (row: Element) => row.getBoundingClientRect().height
  const body = Array.from(table.querySelectorAll<HTMLTableRowElement>(':scope > tbody > tr'))
  const head = Array.from(table.querySelectorAll(':scope > thead > tr'), height)
  const joined = body.flatMap((row, index) =>
    Array.from(row.cells).flatMap(({ rowSpan }) =>
      Array.from({ length: Math.min(rowSpan, body.length - index) - 1 }, (_, below) => index + 1 + below),
    ),
  )
  /** The fewest lines of a row that may be cut: two on each side, and one more. */
  const fewestLines = 5
  /** Rows with cells that reach into other rows stay whole. */
  const isWhole = (row: HTMLTableRowElement, index: number) =>
    joined.includes(index) || Array.from(row.cells).some(({ rowSpan }) => rowSpan > 1)
  const lines = body.flatMap((row, index) => {
    const line = dom.pixels(getComputedStyle(row).lineHeight)
    if (height(row) < fewestLines * line || isWhole(row, index)) return []
    const { top } = row.getBoundingClientRect()
    const cells = Array.from(row.cells, cell =>
      dom.linesIn(cell).map(([start, end]) => [start - top, end - top] as const),
    )
    return cells.some(cell => cell.length >= fewestLines) ? [[index, cells] as const] : []
  })
  return {
    ...dom.tableHead(block, table),
    head: head.reduce((sum, row) => sum + row, 0),
    body: body.map(height),
    ends: dom.rowEnds(body),
    ...(joined.length > 0 && { joined }),
    lines,
    after: block.getBoundingClientRect().bottom - table.getBoundingClientRect().bottom,
  }
}
