/**
 * A table: `<colgroup>` if columns have widths, `<thead>` with the head rows, and `<tbody>`. Cells may span
 * columns and rows and contain blocks. Alignment is a class, as looks belong to CSS. A column of numbers that
 * the author did not align is aligned at the decimal mark:
 *
 *   <td class="align-right number"> <span>12</span> <span class="decimals" style="min-width: 2.5ch">.5</span>
 */
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { AlignType, Nodes, Table, TableCell } from 'mdast'
import type { Handler, State } from 'mdast-util-to-hast'
import { toString as plainText } from 'mdast-util-to-string'
import { type CellGrid, cellGrid, headOf, type PlacedCell } from '../../model/cell-grid.ts'
import { isBlock } from '../../model/node-kinds.ts'
import { sum } from '../../values/sum.ts'
import { isSigned, type NumberColumn, numberColumn } from '../tables/number-column.ts'

export const table: Handler = (state, node: Table, parent) => {
  const grid = cellGrid(node)
  const { from, headRows, written } = headOf(node)
  const context: Context = {
    state,
    node,
    grid,
    headRows,
    numbers: numberColumns(node, grid, written),
  }
  const rows = node.children.map((_, at) => rowOf(at, context)).slice(from)
  const head = rows.slice(0, headRows)
  const body = rows.slice(headRows)
  const element = h('table', propertiesOf(node, parent), [
    ...columnGroup(node),
    ...(head.length > 0 ? [h('thead', head)] : []),
    ...(body.length > 0 ? [h('tbody', body)] : []),
  ])
  state.patch(node, element)
  return element
}

/**
 * The greatest number of characters of a short cell. A longer cell hardly fits on one line in a table with
 * column widths.
 */
const longCellLength = 30

interface Context {
  readonly state: State
  readonly node: Table
  readonly grid: CellGrid
  readonly headRows: number
  /** One entry for each column; undefined if the column is not numeric. */
  readonly numbers: readonly (NumberColumn | undefined)[]
}

function numberColumns(node: Table, { rows, columns }: CellGrid, headRows: number) {
  const body = rows.slice(headRows).flat()
  return Array.from({ length: columns }, (_, column) => {
    // A cell across several columns is a heading between rows.
    const cells = body.filter(placed => placed.column === column && (placed.cell.data?.columns ?? 1) === 1)
    return (node.align?.[column] ?? null) === null ? numberColumn(cells.map(({ cell }) => cell)) : undefined
  })
}

function rowOf(at: number, context: Context): Element {
  const { state, node, grid, headRows } = context
  const isHead = at < headRows
  const cells = (grid.rows[at] ?? []).map(placed => cellOf(placed, at, context))
  const missing = Array.from({ length: grid.missing[at] ?? 0 }, () => h(isHead ? 'th' : 'td'))
  const { footRows = 0 } = node.data ?? {}
  // The table has no `<tfoot>`: browsers repeat it on each page, but the foot of a split table belongs at its
  // end.
  const isFoot = footRows > 0 && at === node.children.length - footRows
  const element = h('tr', isFoot ? { className: ['is-foot'] } : {}, [...cells, ...missing])
  const row = node.children[at]
  if (row) state.patch(row, element)
  return element
}

function cellOf({ cell, column }: PlacedCell, at: number, context: Context): Element {
  const { state, node, grid, headRows, numbers } = context
  const { columns = 1, rows = 1, isHead = false } = cell.data ?? {}
  const isColumnHead = at < headRows
  const number = numbers[column]
  const isGroup = isColumnHead && columns > 1 && at + rows < headRows
  const parts = isColumnHead ? undefined : number?.parts.get(cell)
  const side = sideOf({ cell, column }, isColumnHead, context)
  const className = [
    ...(side ? [`align-${side}`] : []),
    ...(isGroup ? ['spanner'] : []),
    ...(parts ? ['number'] : isSigned(cell) ? ['is-numeral'] : []),
    ...(isInner({ cell, column }, at, grid) ? ['is-inner'] : []),
  ]
  const element = h(
    isColumnHead || isHead ? 'th' : 'td',
    {
      ...(isColumnHead
        ? { scope: columns > 1 ? 'colgroup' : 'col' }
        : isHead && { scope: rows > 1 ? 'rowgroup' : 'row' }),
      ...(columns > 1 && { colSpan: columns }),
      ...(rows > 1 && { rowSpan: Math.min(rows, node.children.length - at) }),
      ...(className.length > 0 && { className }),
    },
    parts && number && number.room > 0
      ? numberContent(state.all(cell), parts.whole.length, number.room)
      : state.all(cell),
  )
  state.patch(cell, element)
  return element
}

/**
 * True for the first or last cell of a row that is not at the edge of the table, because a cell of an earlier
 * row reaches down there.
 */
function isInner({ cell, column }: PlacedCell, at: number, { rows, columns, missing }: CellGrid): boolean {
  const row = rows[at] ?? []
  const isFirst = row[0]?.cell === cell && column > 0
  const isLast =
    row.at(-1)?.cell === cell && missing[at] === 0 && column + (cell.data?.columns ?? 1) < columns
  return isFirst || isLast
}

/** The author's alignment of the cell or of its columns. A column head is centred if its columns differ. */
function sideOf({ cell, column }: PlacedCell, isColumnHead: boolean, { node, numbers }: Context): AlignType {
  const { columns = 1, align } = cell.data ?? {}
  if (align) return align
  const [first, ...others] = (node.align ?? []).slice(column, column + columns)
  if (columns > 1) {
    const common = others.every(side => side === first) ? first : undefined
    return common ?? (isColumnHead ? 'center' : null)
  }
  const number = numbers[column]
  if (!number) return first ?? null
  // A sign for a missing number, such as a dash, has no decimal mark to align.
  return isColumnHead || number.room === 0 || number.parts.has(cell) ? 'right' : 'center'
}

/** Splits a number at its decimal mark. The decimals get the same width in each cell of the column. */
function numberContent(content: readonly ElementContent[], at: number, room: number): ElementContent[] {
  const style = `min-width: ${room}ch`
  const [only] = content
  if (only?.type === 'element') {
    return [
      h(
        'span',
        { className: ['digits'] },
        numberContent(only.children, at, room).map(part => wrapped(only, part)),
      ),
    ]
  }
  const value = only?.type === 'text' ? only.value.trim() : ''
  const rest = value.slice(at)
  return [
    ...(at > 0 ? [h('span', value.slice(0, at))] : []),
    h('span', { className: ['decimals'], style }, rest),
  ]
}

/** Moves the outer element, such as `<strong>`, inside a part. */
function wrapped(outer: Element, part: ElementContent): ElementContent {
  if (part.type !== 'element') return part
  return { ...part, children: [{ ...outer, children: part.children }] }
}

function columnGroup(node: Table): Element[] {
  const { widths } = node.data ?? {}
  if (!widths) return []
  const total = sum(widths)
  return [
    h(
      'colgroup',
      widths.map(width => h('col', { style: `width: ${percent(width / total)}` })),
    ),
  ]
}

/**
 * The properties of a table. Column widths are proportions and set no width for the table: the table is as
 * wide as its content, up to the full line. If the author asks for a width, the figure around the table has
 * it.
 */
function propertiesOf(node: Table, parent: Nodes | undefined) {
  const width = parent?.type === 'captionedTable' ? parent.data?.nudges?.width : undefined
  const cells = node.children.flatMap(row => row.children)
  const isLong = (cell: TableCell) =>
    node.data?.widths !== undefined && plainText(cell).length > longCellLength
  const isLoose = cells.some(cell => isLong(cell) || cell.children.some(isBlock))
  return {
    ...(isLoose && { className: ['is-loose'] }),
    ...(width !== undefined && { style: `width: ${width}` }),
  }
}

function percent(part: number): string {
  return `${Math.round(part * 1000) / 10}%`
}
