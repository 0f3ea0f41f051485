/** The token of a drawn table (grid, simple, multiline or pipe) → `table`. Its cells are parsed. */
import type { CompileContext, Extension as FromMarkdown } from 'mdast-util-from-markdown'
import type { Token } from 'micromark-util-types'
import type { Position } from 'unist'
import { pointAt } from '../tables/source-line.ts'
import type { CellDraft, TableDraft } from '../tables/table-draft.ts'
import { rangeOf } from '../tree/position.ts'
import { type CellSource, tableNode } from '../tree/table-node.ts'
import { type CellReader, type CellSyntax, cellReader } from './table-cells.ts'

/**
 * Makes `table` nodes of the tokens `drawnTable`. `syntax` returns the extensions that read the cells. It is
 * a function because the list of extensions also contains the extension that is made here, and is complete
 * only later.
 */
export function drawnTableFromMarkdown(syntax: () => CellSyntax): FromMarkdown {
  return {
    enter: {
      drawnTable(this: CompileContext, token: Token) {
        const { draft, parser } = token
        if (!draft || !parser) throw new Error('A drawn table has no draft or no parser')
        const { type, align, data, children } = parsedTable(draft, cellReader(syntax(), parser))
        this.enter({ type, align: align ?? [], ...(data && { data }), children }, token)
      },
    },
    exit: {
      drawnTable(this: CompileContext, token: Token) {
        this.exit(token)
      },
    },
  }
}

/** Reads the cells of a draft. */
function parsedTable({ rows, headRows, footRows, align, widths, content }: TableDraft, reader: CellReader) {
  const cells = rows.map(row =>
    row.map(
      ({ lines, columns, rows }): CellSource => ({
        children: content === 'blocks' ? reader.blocks(lines) : reader.phrases(lines),
        columns,
        rows,
        position: cellPosition(lines),
      }),
    ),
  )
  const table = tableNode(cells, { headRows, footRows, align, widths })
  for (const row of table.children) {
    const position = rangeOf(row.children)
    if (position) row.position = position
  }
  return table
}

/**
 * The range from the first to the last character of a cell. If the cell has several lines, the range also
 * contains text of the cells beside it.
 */
function cellPosition(lines: CellDraft['lines']): Position | undefined {
  const [first] = lines
  const last = lines.at(-1)
  return first && last && { start: pointAt(first, 0), end: pointAt(last, last.text.length) }
}
