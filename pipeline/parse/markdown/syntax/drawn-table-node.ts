/** The tokens of a drawn table → `table`, its cells read (pandoc's grid, simple and multiline tables). */
import type { CompileContext, Extension as FromMarkdown } from 'mdast-util-from-markdown'
import type { Token } from 'micromark-util-types'
import type { Position } from 'unist'
import { pointAt } from '../tables/source-line.ts'
import type { CellDraft, TableDraft } from '../tables/table-draft.ts'
import { rangeOf } from '../tree/position.ts'
import { type CellSource, tableNode } from '../tree/table-node.ts'
import { type CellReader, type CellSyntax, cellReader } from './table-cells.ts'

/** `syntax` is asked for when a table is met: the list of all constructs holds this one. */
export function drawnTableFromMarkdown(syntax: () => CellSyntax): FromMarkdown {
  return {
    enter: {
      drawnTable(this: CompileContext, token: Token) {
        const { draft, parser } = token
        if (!draft || !parser) throw new Error('A table was entered that nobody has read')
        const { type, align, data, children } = tableOf(draft, cellReader(syntax(), parser))
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

function tableOf({ rows, headRows, footRows, align, widths, content }: TableDraft, reader: CellReader) {
  const cells = rows.map(row =>
    row.map(
      ({ lines, columns, rows }): CellSource => ({
        children: content === 'blocks' ? reader.blocks(lines) : reader.phrases(lines),
        columns,
        rows,
        position: placeOf(lines),
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
 * From the first character of the cell to its last: what stands between them on its lines is of its
 * neighbours.
 */
function placeOf(lines: CellDraft['lines']): Position | undefined {
  const [first] = lines
  const last = lines.at(-1)
  return first && last && { start: pointAt(first, 0), end: pointAt(last, last.text.length) }
}
