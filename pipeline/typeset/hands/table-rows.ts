/**
 * A part of the hand `readGalley`: the heights of a table's rows, for a table that may be cut between them.
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
  return {
    ...dom.tableHead(block, table),
    head: head.reduce((sum, row) => sum + row, 0),
    body: body.map(height),
    ...(joined.length > 0 && { joined }),
    after: block.getBoundingClientRect().bottom - table.getBoundingClientRect().bottom,
  }
}
