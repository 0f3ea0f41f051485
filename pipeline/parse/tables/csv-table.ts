/** Lines of values between commas → a table. A value in quotation marks may hold all, a quotation mark doubled. */
import type { Table } from 'mdast'
import { tableNode } from '../table-node.ts'

export interface CsvTableOptions {
  readonly headRows: number
  readonly delimiter: string
}

export function csvTable(text: string, { headRows, delimiter }: CsvTableOptions): Table {
  const rows = text
    .split(/\r?\n/)
    .filter(line => line.trim() !== '')
    .map(line => valuesOf(line, delimiter).map(value => ({ children: [{ type: 'text' as const, value }] })))
  return tableNode(rows, { headRows })
}

function valuesOf(line: string, delimiter: string): readonly string[] {
  const values: string[] = []
  let value = ''
  let isQuoted = false
  for (const mark of line) {
    if (mark === '"') isQuoted = !isQuoted
    if (mark === delimiter && !isQuoted) {
      values.push(value)
      value = ''
    } else value += mark
  }
  return [...values, value].map(one =>
    one
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .replaceAll('""', '"'),
  )
}
