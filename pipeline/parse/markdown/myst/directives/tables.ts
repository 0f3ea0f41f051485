/**
 * `{table} Caption`, `{list-table}`, `{csv-table}` → `captionedTable`, or `table` if there is neither a
 * caption nor a label.
 */
import type { BlockContent, PhrasingContent, RootContent, Table } from 'mdast'
import type { Caption } from '../../../../model/mdast.ts'
import { csvTable } from '../../tables/csv-table.ts'
import { listTable } from '../../tables/list-table.ts'
import type { Directive } from '../../tree/myst-nodes.ts'
import { atPosition, positionOf } from '../../tree/position.ts'
import { tableNode } from '../../tree/table-node.ts'
import { floatAttributes } from './attributes.ts'

/**
 * `{table}` → the table of its body, followed by the other blocks. A body without a table, such as a picture
 * of one, becomes the cell of a table with one cell.
 */
export function table(node: Directive): RootContent[] {
  const blocks = node.children.filter(child => child.type !== 'caption')
  const tableBlock = blocks.find(child => child.type === 'table' || child.type === 'captionedTable')
  const [innerTable, captionWords] =
    tableBlock?.type === 'captionedTable'
      ? [tableBlock.children[1], tableBlock.children[0].children]
      : [tableBlock, []]
  const otherBlocks = blocks.filter(child => child !== tableBlock)
  if (innerTable?.type === 'table') return [captioned(node, innerTable, captionWords), ...otherBlocks]
  const position = positionOf(blocks)
  // The cast ignores definitions, which may be anywhere but are missing in the type of a cell.
  const cell = { children: blocks.map(figureAsImage) as BlockContent[], ...atPosition(position) }
  return blocks.length === 0 ? [] : [captioned(node, tableNode([[cell]], { headRows: 0, position }), [])]
}

/** A figure of one image without a caption → a paragraph with the image. Other nodes stay as they are. */
function figureAsImage(node: RootContent): RootContent {
  const [panel, ...others] = node.type === 'figure' ? node.children : []
  if (panel?.type !== 'panel' || others.length > 0) return node
  const { url, alt, attributes, position } = panel
  const image = { type: 'image', url, alt: alt ?? '', data: { attributes }, ...atPosition(position) } as const
  return { type: 'paragraph', children: [image], ...atPosition(node.position) }
}

/**
 * `{list-table}` → the table, and the other blocks after it. The body is a list of rows, each of them a list
 * of cells.
 */
export function tableOfList(node: Directive): RootContent[] {
  const blocks = node.children.filter(child => child.type !== 'caption')
  const list = blocks.find(child => child.type === 'list')
  const innerTable = list && listTable(list, { ...headsOf(node), ...widthsOf(node) })
  if (!innerTable) return [unreadTable(node, 'without a list of rows')]
  return [captioned(node, innerTable, []), ...blocks.filter(child => child !== list)]
}

/**
 * `{csv-table}` → the table. The body has a row of values on each line. The option `header` is one more row,
 * the first.
 */
export function tableOfCsv(node: Directive): RootContent[] {
  const { header, delim, delimiter = delim } = node.options
  const text = header === undefined ? node.value : `${header}\n${node.value}`
  const { headRows, headColumns } = headsOf(node)
  const innerTable = csvTable(text.trim(), {
    headRows: headRows + (header === undefined ? 0 : 1),
    headColumns,
    delimiter: delimiterOf(delimiter),
    ...widthsOf(node),
    ...atPosition(node.position),
  })
  if (!innerTable) return [unreadTable(node, 'without values')]
  return [captioned(node, innerTable, [])]
}

/**
 * The table with a caption: the argument, then `captionWords`. Without a caption and a label the table
 * itself, which gets no number.
 */
function captioned(
  node: Directive,
  innerTable: Table,
  captionWords: readonly PhrasingContent[],
): RootContent {
  const [first] = node.children
  const argument = first?.type === 'caption' ? first.children : []
  const attributes = floatAttributes(node)
  const children = [...argument, ...captionWords]
  if (children.length === 0 && attributes.id === undefined) return innerTable
  const start = node.position?.start
  const caption: Caption = {
    type: 'caption',
    children,
    ...atPosition(positionOf(children) ?? (start && { start: { ...start }, end: { ...start } })),
  }
  return { type: 'captionedTable', attributes, children: [caption, innerTable], ...atPosition(node.position) }
}

/** Marks a table as unread. `lack`: why the table cannot be read, such as `without values`. */
function unreadTable({ name, source, position }: Directive, lack: string): RootContent {
  return {
    type: 'unread',
    value: source,
    what: `directive \`${name}\` ${lack}`,
    isBlock: true,
    ...atPosition(position),
  }
}

/** The numbers of rows and columns with heads. */
function headsOf({ options }: Directive): { readonly headRows: number; readonly headColumns: number } {
  return { headRows: countOf(options['header-rows']), headColumns: countOf(options['stub-columns']) }
}

/** An option as a positive whole number; 0 for any other text. */
function countOf(option: string | undefined): number {
  const count = Number(option ?? 0)
  return Number.isInteger(count) && count > 0 ? count : 0
}

/** `:widths: 1 3` → fractions of the width of the table, 0.25 and 0.75; none for `auto`. */
function widthsOf({ options }: Directive): { readonly widths?: readonly number[] } {
  const widths = (options.widths ?? '').split(/[\s,]+/).map(Number)
  const total = widths.reduce((sum, width) => sum + width, 0)
  if (!(total > 0) || widths.some(width => !(width > 0))) return {}
  return { widths: widths.map(width => width / total) }
}

/** The character that separates the values of a row. The option can be `tab` or `space`. Default: a comma. */
function delimiterOf(option: string | undefined): string {
  if (option === 'tab' || option === '\\t') return '\t'
  return option === 'space' ? ' ' : (option ?? ',')
}
