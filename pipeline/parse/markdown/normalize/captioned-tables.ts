/**
 * A table and the paragraph before or after it that begins with `: ` or `Table: ` → `captionedTable`
 * (pandoc's table captions). The line may also follow the last row without a blank line.
 *
 *     | a | b |
 *     |---|---|             →  captionedTable
 *                                caption: A *caption*.
 *     : A *caption*. {#tbl:x}    table
 *
 * bookdown writes the id before the caption, `(\\#tab:x) A caption.`; Quarto puts both into a div,
 * `::: {#tbl-x}`, where the caption is the paragraph below the table.
 */
import type { Nodes, Paragraph, PhrasingContent, Table } from 'mdast'
import type { Attributes, Caption, CaptionedTable, Div } from '../../../model/mdast.ts'
import { attributesOf, mergeAttributes, withoutValues } from '../tree/attributes.ts'
import type { Branch } from '../tree/branches.ts'
import { advance, atPosition, positionOf, rangeOf } from '../tree/position.ts'
import { takeTrailingAttributes } from './attributes.ts'
import { nameBy, takeLabels } from './labels.ts'

const captionMark = /^(?:[Tt]able)?:[ \t\n]+/
/** Ids by which Quarto knows the div of a table; pandoc-crossref's and bookdown's are welcome too. */
const tableId = /^(?:tbl|tab)[-:]/

export function captionTables(branch: Branch): void {
  if (branch.children.some(child => child.type === 'div')) branch.children = branch.children.map(unwrapDiv)
  if (!branch.children.some(child => child.type === 'table')) return
  const { children } = branch
  const result: Nodes[] = []
  for (let index = 0; index < children.length; index++) {
    const child = children[index]
    const next = children[index + 1]
    if (child === undefined) continue
    if (isCaption(child) && next?.type === 'table') {
      result.push(captionedTable(next, child))
      index++
    } else if (child.type === 'table' && next && isCaption(next)) {
      result.push(captionedTable(child, next))
      index++
    } else if (child.type === 'table') {
      const row = takeCaptionRow(child)
      result.push(row ? captionedTable(child, row) : child)
    } else {
      result.push(child)
    }
  }
  branch.children = result
}

function isCaption(node: Nodes): node is Paragraph {
  if (node.type !== 'paragraph') return false
  const [first] = node.children
  return first?.type === 'text' && captionMark.test(first.value)
}

/** `{#tbl:x}` alone: a table that is numbered and says nothing. */
function isName({ children }: Paragraph): boolean {
  const [only, ...others] = children
  return (
    only?.type === 'text' && others.length === 0 && /^\{#(?:tbl|tab)[-:][^{}]*\}$/.test(only.value.trim())
  )
}

function captionedTable(table: Table, paragraph: Paragraph): CaptionedTable {
  const position = paragraph.position
  paragraph.children = withoutMark(paragraph.children)
  const labels = takeLabels([paragraph])
  const own = takeTrailingAttributes(paragraph) ?? attributesOf(undefined)
  const caption: Caption = { type: 'caption', children: paragraph.children, ...atPosition(position) }
  const captioned: CaptionedTable = {
    type: 'captionedTable',
    attributes: takeWidths(table, own),
    children: [caption, table],
    ...atPosition(rangeOf([caption, table])),
  }
  nameBy(captioned, labels)
  return captioned
}

/** Quarto's `tbl-colwidths="[60,40]"`: parts of the whole, in per cent. */
function takeWidths(table: Table, attributes: Attributes): Attributes {
  const said = attributes.values['tbl-colwidths']
  const widths = said?.match(/\d+(?:\.\d+)?/g)?.map(Number)
  if (!widths || widths.length !== table.align?.length) return attributes
  const whole = Math.max(100, ...[widths.reduce((sum, one) => sum + one, 0)])
  table.data = { ...table.data, widths: widths.map(width => Math.round((width / whole) * 10_000) / 10_000) }
  return withoutValues(attributes, ['tbl-colwidths'])
}

/** `::: {#tbl-x}` around a table and its caption → the table with both. */
function unwrapDiv(node: Nodes): Nodes {
  if (node.type !== 'div' || !tableId.test(node.attributes.id ?? '')) return node
  const [first, second, ...others] = node.children
  if (!first || others.length > 0) return node
  if (first.type === 'captionedTable' && !second) {
    const attributes = mergeAttributes(first.attributes, node.attributes)
    return { ...first, attributes: { ...attributes, ...idOf(node) }, ...atPosition(node.position) }
  }
  if (first.type !== 'table') return node
  const caption = second ?? captionFrom(node)
  if (caption?.type !== 'paragraph') return node
  const table = captionedTable(first, caption)
  const attributes = mergeAttributes(node.attributes, table.attributes)
  return {
    ...table,
    attributes: takeWidths(first, withoutValues(attributes, second ? [] : ['tbl-cap'])),
    ...atPosition(node.position),
  }
}

/** Quarto's attribute `tbl-cap`. */
function captionFrom({ attributes, position }: Div): Paragraph | undefined {
  const value = attributes.values['tbl-cap']
  if (value === undefined) return undefined
  return {
    type: 'paragraph',
    children: [{ type: 'text', value, ...atPosition(position) }],
    ...atPosition(position),
  }
}

function idOf({ attributes: { id } }: Div): { id?: string } {
  return id === undefined ? {} : { id }
}

function withoutMark([first, ...rest]: readonly PhrasingContent[]): PhrasingContent[] {
  if (first?.type !== 'text') return first ? [first, ...rest] : rest
  const mark = captionMark.exec(first.value)?.[0] ?? ''
  const value = first.value.slice(mark.length)
  if (value === '') return rest
  const { position } = first
  const start = position && advance(position.start, mark.length)
  return [{ ...first, value, ...(position && start && { position: { start, end: position.end } }) }, ...rest]
}

/** `: caption` right below the last row has become a row: of one cell, or of more where it holds pipes. */
function takeCaptionRow(table: Table): Paragraph | undefined {
  const row = table.children.at(-1)
  const [cell] = row?.children ?? []
  if (!row || !cell || table.children.length < 2) return undefined
  if ((table.children[0]?.children.length ?? 0) < 2) return undefined
  const children = row.children.flatMap((cell, index): PhrasingContent[] =>
    index === 0 ? cell.children : [{ type: 'text', value: ' | ' }, ...cell.children],
  )
  const paragraph: Paragraph = { type: 'paragraph', children, ...atPosition(row.position) }
  if (!isCaption(paragraph) && !isName(paragraph)) return undefined
  // A row that begins with a pipe is one, whatever its first cell says.
  if (row.children.length > 1 && cell.children[0]?.position?.start.column !== row.position?.start.column) {
    return undefined
  }
  table.children.pop()
  const position = positionOf(table.children)
  if (position) table.position = position
  return paragraph
}
