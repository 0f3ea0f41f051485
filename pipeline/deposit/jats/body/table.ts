/**
 * Tables: `table-wrap` with label, caption, the XHTML table, and the table's notes as children of
 * `table-wrap-foot`. A note with several marks in the table is there once.
 */
import type { Nodes, Table, TableCell } from 'mdast'
import type { Element } from 'xast'
import { x } from 'xastscript'
import type { CaptionedTable } from '../../../model/mdast.ts'
import { isBlock } from '../../../model/node-kinds.ts'
import { visit } from '../../../model/visit.ts'
import { fillPattern } from '../../../values/pattern.ts'
import type { Content, Writer } from '../writer.ts'
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
  const written = Math.min(node.data?.headRows ?? 1, node.children.length)
  const isEmpty = node.children
    .slice(0, written)
    .every(row => row.children.every(cell => cell.children.length === 0))
  // In a pipe table without a head, the author has written an empty head.
  const from = isEmpty && written < node.children.length ? written : 0
  const headRows = from > 0 ? 0 : written
  const rows = node.children.slice(from).map((row, at) => {
    const cells = row.children.map((cell, column) =>
      cellOf(cell, node.align?.[column] ?? undefined, at < headRows, writer),
    )
    // A row whose cells all come from rows above has none of its own.
    return x('tr', cells.length > 0 ? cells : [x('td')])
  })
  const isHead = node.children.some(row => row.children.some(cell => cell.data?.isHead))
  const columns = Math.max(1, ...node.children.map(row => row.children.length))
  // A table without heads gets an empty one: JATS4R wants a head in each.
  const empty = x(
    'tr',
    Array.from({ length: columns }, () => x('th')),
  )
  const head = headRows === 0 && !isHead ? [empty] : rows.slice(0, headRows)
  const body = rows.slice(headRows)
  return x('table', [
    ...(head.length > 0 ? [x('thead', head)] : []),
    // A table of heads alone is a body: XHTML wants one.
    x('tbody', body.length > 0 ? body : [x('tr', [x('td')])]),
  ])
}

function cellOf(
  cell: TableCell,
  columnAlign: string | undefined,
  isColumnHead: boolean,
  writer: Writer,
): Element {
  const { columns = 1, rows = 1, isHead = false, align = columnAlign } = cell.data ?? {}
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
  return writer.blocks(children).map(block => (allowed.includes(block.name) ? block : x('p', [block])))
}
