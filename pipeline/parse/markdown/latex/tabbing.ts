/**
 * The environment `tabbing` → a table without a head. `\=` and `\>` end a cell; a line that ends in `\kill`
 * only sets the stops of the lines after it.
 */
import type { Environment } from './environment.ts'
import type { LatexReader, Made } from './reader.ts'
import { tabular } from './tabular.ts'

/** A line that is not printed, a mark that ends a cell, or a mark that moves the left edge. */
const marks = /(?:^|(?<=\\\\|\n))(?:(?!\\\\)[^\n])*\\kill[ \t]*\n?|\\[=>]|\\[<+-]/g

export function tabbing({ body, whole }: Environment, reader: LatexReader): Made {
  const rows = body.replace(marks, ([mark]) => {
    if (mark === '\\=' || mark === '\\>') return '&'
    return ''
  })
  const widths = rows.text.split('\\\\').map(row => row.split('&').length)
  return [tabular('l'.repeat(Math.max(...widths)), rows, reader, whole)]
}
