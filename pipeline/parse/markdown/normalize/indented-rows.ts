/**
 * Rows of a pipe table that are indented by four spaces or more, which GFM ends the table before → rows, as
 * in pandoc:
 *
 *     a | b
 *     --|--
 *         1 | 2        →  table of three rows, not a table and code
 *     3 | 4
 */
import type { Nodes, PhrasingContent, Table, TableRow } from 'mdast'
import type { Branch } from '../tree/branches.ts'
import { atPosition, placedAt } from '../tree/position.ts'

interface RowContext {
  /** The text that the tree was made from. */
  readonly source: string
  readonly phrases: (text: string) => PhrasingContent[]
}

export function indentedRows(branch: Branch, { source, phrases }: RowContext): void {
  if (!branch.children.some(child => child.type === 'table')) return
  const lines = source.split(/\r\n|\n|\r/)
  let table: Table | undefined
  branch.children = branch.children.filter(child => {
    if (table && continues(table, child, lines)) {
      for (const text of linesOf(child, lines)) table.children.push(rowOf(text, table, child, phrases))
      if (table.position && child.position) table.position.end = { ...child.position.end }
      return false
    }
    table = child.type === 'table' ? child : undefined
    return true
  })
}

/** True for indented code or text on the line after the table, if each of its lines is a row. */
function continues(table: Table, node: Nodes, lines: readonly string[]): boolean {
  const [before, after] = [table.position, node.position]
  // In a quotation or a list, the lines have other marks before them.
  if (before?.start.column !== 1 || after?.start.line !== before.end.line + 1) return false
  const isCode = node.type === 'code' && !/^ {0,3}[`~]/.test(lines[after.start.line - 1] ?? '')
  if (!isCode && node.type !== 'paragraph') return false
  return linesOf(node, lines).every(text => partsOf(text).includes('|'))
}

function linesOf({ position }: Nodes, lines: readonly string[]): readonly string[] {
  return position ? lines.slice(position.start.line - 1, position.end.line) : []
}

function rowOf(text: string, table: Table, node: Nodes, phrases: RowContext['phrases']): TableRow {
  const cells = cellsOf(text)
  const columns = Math.max(table.children[0]?.children.length ?? 0, cells.length)
  return {
    type: 'tableRow',
    children: Array.from({ length: columns }, (_, column) => ({
      type: 'tableCell',
      children: placedAt(phrases(cells[column] ?? ''), node.position),
      ...atPosition(node.position),
    })),
    ...atPosition(node.position),
  }
}

/** The bars of a row, outside of code, and the text between them. */
function partsOf(text: string): readonly string[] {
  return text.trim().match(/(?:`[^`]*`|\\.|[^|\\`]|`)+|\|/g) ?? []
}

/** The cells of a row: the text between bars outside of code, without the bars at its ends. */
function cellsOf(text: string): readonly string[] {
  const parts = partsOf(text)
  const cells = ['']
  for (const part of parts.slice(parts[0] === '|' ? 1 : 0, parts.at(-1) === '|' ? -1 : undefined)) {
    if (part === '|') cells.push('')
    else cells[cells.length - 1] = part.trim()
  }
  return cells
}
