/**
 * Tables: `table-wrap` with label, caption, the XHTML table, and the table's notes as children of
 * `table-wrap-foot`. A note with several marks in the table is there once.
 */
import type { Nodes, Table, TableCell } from 'mdast'
import type { Element } from 'xast'
import { x } from 'xastscript'
import { cellGrid, headOf, type PlacedCell } from '../../../model/cell-grid.ts'
import type { CaptionedTable } from '../../../model/mdast.ts'
import { isBlock } from '../../../model/node-kinds.ts'
import { visit } from '../../../model/visit.ts'
import { fillPattern } from '../../../values/pattern.ts'
import type { Content, Writer } from '../writer.ts'
import { asParagraphs } from './as-paragraphs.ts'
import { captionWith, labelled, permissionsOf, withoutStop } from './figure.ts'
import { noteElement } from './note.ts'

export function captionedTable(node: CaptionedTable, writer: Writer): Element {
  const { article, ids, journal } = writer
  const id = ids.of(node.data?.id)?.id
  const number = article.targets.get(node.data?.id ?? '')?.number || undefined
  const pattern = journal.manifest.labels.table.caption
  const label = number === undefined ? '' : withoutStop(fillPattern(pattern, { number }))
  const [caption, table] = node.children
  return x('table-wrap', id === undefined ? {} : { id }, [
    ...labelled(label),
    ...captionWith(caption.children, writer),
    tableOf(table, writer),
    ...footOf(node, writer),
    ...permissionsOf(node.data?.credit),
  ])
}

/** A table without number and caption in the text. */
export function tableAlone(node: Table, writer: Writer): Element {
  return x('table-wrap', { id: writer.ids.next('table') }, [tableOf(node, writer), ...footOf(node, writer)])
}

function footOf(node: Nodes, writer: Writer): Element[] {
  const marks: string[] = []
  visit(node, 'note', note => {
    if (note.data?.id !== undefined && !marks.includes(note.data.id)) marks.push(note.data.id)
  })
  const notes = marks
    .map(id => writer.article.notes.find(note => note.id === id))
    .filter(note => note !== undefined)
    .filter(note => writer.ids.of(note.id)?.refType === 'table-fn')
  return notes.length === 0
    ? []
    : [
        x(
          'table-wrap-foot',
          notes.map(note => noteElement(note, writer)),
        ),
      ]
}

function tableOf(node: Table, writer: Writer): Element {
  const grid = cellGrid(node)
  const { from, headRows } = headOf(node)
  const rows = grid.rows.slice(from).map((cells, at) => {
    const isHead = at < headRows
    const missing = Array.from({ length: grid.missing[at + from] ?? 0 }, () => x(isHead ? 'th' : 'td'))
    return x('tr', [...cells.map(placed => cellOf(placed, isHead, node, writer)), ...missing])
  })
  const hasHeads = headRows > 0 || node.children.some(row => row.children.some(cell => cell.data?.isHead))
  const empty = x(
    'tr',
    Array.from({ length: grid.columns }, () => x('th')),
  )
  // JATS4R wants heads in every table.
  const head = hasHeads || writer.isPlain ? rows.slice(0, headRows) : [empty]
  const body = rows.slice(headRows)
  return x('table', [
    ...(head.length > 0 ? [x('thead', head)] : []),
    // XHTML wants a body.
    x('tbody', body.length > 0 ? body : [x('tr', [x('td')])]),
  ])
}

function cellOf({ cell, column }: PlacedCell, isColumnHead: boolean, table: Table, writer: Writer): Element {
  const { columns = 1, rows = 1, isHead = false, align = table.align?.[column] } = cell.data ?? {}
  const attributes = {
    ...(align && { align }),
    ...(columns > 1 && { colspan: String(columns) }),
    ...(rows > 1 && { rowspan: String(rows) }),
    ...((isColumnHead || isHead) && {
      scope: isColumnHead ? (columns > 1 ? 'colgroup' : 'col') : rows > 1 ? 'rowgroup' : 'row',
    }),
  }
  return x(isColumnHead || isHead ? 'th' : 'td', attributes, cellContent(cell, writer))
}

/** Phrases directly, blocks as paragraphs. A quotation or picture in a cell is in a paragraph. */
function cellContent(cell: TableCell, writer: Writer): Content[] {
  const children: readonly Nodes[] = cell.children
  if (!children.some(isBlock)) return writer.phrases(children)
  const allowed = ['p', 'list', 'def-list', 'disp-formula', 'code', 'preformat']
  return asParagraphs(writer.blocks(children), allowed)
}
