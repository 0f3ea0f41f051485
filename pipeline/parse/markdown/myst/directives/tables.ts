/**
 * `{table} Caption`, `{list-table}`, `{csv-table}` → `captionedTable`, or a plain table where none is
 * captioned.
 */
import type { BlockContent, PhrasingContent, RootContent, Table } from 'mdast'
import type { Caption } from '../../../../model/mdast.ts'
import { csvTable } from '../../tables/csv-table.ts'
import { listTable } from '../../tables/list-table.ts'
import type { Directive } from '../../tree/myst-nodes.ts'
import { atPosition, positionOf } from '../../tree/position.ts'
import { tableNode } from '../../tree/table-node.ts'
import { directiveAttributes } from './attributes.ts'

export function table(node: Directive): RootContent[] {
  const blocks = node.children.filter(child => child.type !== 'caption')
  const at = blocks.findIndex(child => child.type === 'table' || child.type === 'captionedTable')
  const found = blocks[at]
  const [inner, words] =
    found?.type === 'captionedTable' ? [found.children[1], found.children[0].children] : [found, []]
  const rest = blocks.filter((_, index) => index !== at)
  if (inner?.type === 'table') return [captioned(node, inner, words), ...rest]
  // A picture of a table is a table of one cell.
  const whole = positionOf(blocks)
  // A cell holds no definitions; they may stand anywhere.
  const cell = { children: blocks.map(unnumbered) as BlockContent[], ...atPosition(whole) }
  return blocks.length === 0
    ? []
    : [captioned(node, tableNode([[cell]], { headRows: 0, position: whole }), [])]
}

/** An image alone is no figure here. */
function unnumbered(node: RootContent): RootContent {
  const [panel, ...others] = node.type === 'figure' ? node.children : []
  if (panel?.type !== 'panel' || others.length > 0) return node
  const { url, alt, attributes, position } = panel
  const image = { type: 'image', url, alt: alt ?? '', data: { attributes }, ...atPosition(position) } as const
  return { type: 'paragraph', children: [image], ...atPosition(node.position) }
}

export function tableOfList(node: Directive): RootContent[] {
  const blocks = node.children.filter(child => child.type !== 'caption')
  const list = blocks.find(child => child.type === 'list')
  const made = list && listTable(list, { ...headsOf(node), ...widthsOf(node) })
  if (!made) return [unread(node, 'without a list of rows')]
  return [captioned(node, made, []), ...blocks.filter(child => child !== list)]
}

export function tableOfCsv(node: Directive): RootContent[] {
  const { header, delim, delimiter = delim } = node.options
  const text = header === undefined ? node.value : `${header}\n${node.value}`
  const { headRows, headColumns } = headsOf(node)
  const made = csvTable(text.trim(), {
    headRows: headRows + (header === undefined ? 0 : 1),
    headColumns,
    delimiter: delimiterOf(delimiter),
    ...widthsOf(node),
    ...atPosition(node.position),
  })
  if (!made) return [unread(node, 'without values')]
  return [captioned(node, made, [])]
}

/** What has neither a caption nor a label bears no number, as elsewhere. */
function captioned(node: Directive, inner: Table, words: readonly PhrasingContent[]): RootContent {
  const [first] = node.children
  const own = first?.type === 'caption' ? first.children : []
  const attributes = directiveAttributes(node)
  if (own.length === 0 && words.length === 0 && attributes.id === undefined) return inner
  const children = [...own, ...words]
  const start = node.position?.start
  const caption: Caption = {
    type: 'caption',
    children,
    ...atPosition(positionOf(children) ?? (start && { start: { ...start }, end: { ...start } })),
  }
  return { type: 'captionedTable', attributes, children: [caption, inner], ...atPosition(node.position) }
}

function unread({ name, source, position }: Directive, lack: string): RootContent {
  return {
    type: 'unread',
    value: source,
    what: `directive \`${name}\` ${lack}`,
    isBlock: true,
    ...atPosition(position),
  }
}

function headsOf({ options }: Directive): { readonly headRows: number; readonly headColumns: number } {
  return { headRows: countOf(options['header-rows']), headColumns: countOf(options['stub-columns']) }
}

function countOf(said: string | undefined): number {
  const count = Number(said ?? 0)
  return Number.isInteger(count) && count > 0 ? count : 0
}

function widthsOf({ options }: Directive): { readonly widths?: readonly number[] } {
  const widths = (options.widths ?? '').split(/[\s,]+/).map(Number)
  const whole = widths.reduce((sum, one) => sum + one, 0)
  if (!(whole > 0) || widths.some(one => !(one > 0))) return {}
  return { widths: widths.map(one => one / whole) }
}

function delimiterOf(said: string | undefined): string {
  if (said === 'tab' || said === '\\t') return '\t'
  return said === 'space' ? ' ' : (said ?? ',')
}
