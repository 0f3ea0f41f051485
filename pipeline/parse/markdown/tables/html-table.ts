/**
 * `<table>` → `table`, or `captionedTable` where it has a caption: sections, spans, heads of rows, alignment
 * by `align` or `text-align`, widths of columns in per cent. What the cells say is read by the caller.
 */
import type { Element, ElementContent } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import type { AlignType, BlockContent, PhrasingContent, Table } from 'mdast'
import type { Position } from 'unist'
import type { CaptionedTable } from '../../../model/mdast.ts'
import { attributesOf } from '../tree/attributes.ts'
import { atPosition, rangeOf } from '../tree/position.ts'
import { type CellSource, tableNode } from '../tree/table-node.ts'

export interface HtmlTableReaders {
  readonly cell: (nodes: readonly ElementContent[]) => (PhrasingContent | BlockContent)[]
  readonly caption: (nodes: readonly ElementContent[]) => PhrasingContent[]
  readonly position: (element: Element) => Position | undefined
}

/** HTML's own limit of `colspan`. */
const MOST = 1000

export function tableFromHast(
  element: Element,
  {
    cell = plain,
    caption: readCaption = plain,
    position: positionOf = one => one.position,
  }: Partial<HtmlTableReaders> = {},
): Table | CaptionedTable {
  const sections = elementsOf(element, ['thead', 'tbody', 'tfoot'])
  const of = (name: string) =>
    sections.filter(({ tagName }) => tagName === name).map(one => elementsOf(one, ['tr']))
  const loose = elementsOf(element, ['tr'])
  const groups = [...of('thead'), ...of('tbody'), loose, ...of('tfoot')].filter(group => group.length > 0)
  const headRows = of('thead').flat().length || headsAtTop(groups.flat())
  const rows = groups.flatMap(group =>
    group.map((row, at) =>
      elementsOf(row, ['td', 'th']).map((one): CellSource & { isHead: boolean } => ({
        children: cell(one.children),
        columns: countOf(one.properties.colSpan, 1, MOST),
        // A span ends with its section; 0 reaches to that end (HTML, "tables").
        rows: countOf(one.properties.rowSpan, group.length - at, group.length - at),
        isHead: one.tagName === 'th',
        align: alignOf(one),
        position: positionOf(one),
      })),
    ),
  )
  const width = Math.max(0, ...rows.map(row => row.reduce((sum, { columns = 1 }) => sum + columns, 0)))
  const cells = rows.map((row, at) => (at < headRows ? row.map(one => ({ ...one, isHead: false })) : row))
  const table = tableNode(cells, {
    headRows,
    footRows: of('tfoot').flat().length,
    align: Array.from({ length: width }, () => null),
    widths: widthsOf(element, width),
    position: positionOf(element),
  })
  for (const row of table.children) Object.assign(row, atPosition(rangeOf(row.children)))
  const [caption] = elementsOf(element, ['caption'])
  if (!caption) return table
  const { id } = element.properties
  return {
    type: 'captionedTable',
    attributes: attributesOf(typeof id === 'string' ? id : undefined),
    children: [
      { type: 'caption', children: readCaption(caption.children), ...atPosition(positionOf(caption)) },
      table,
    ],
    ...atPosition(positionOf(element)),
  }
}

function elementsOf(parent: Element, names: readonly string[]): Element[] {
  return parent.children.filter(
    (child): child is Element => child.type === 'element' && names.includes(child.tagName),
  )
}

/** Without `<thead>`, rows of nothing but heads are one. */
function headsAtTop(rows: readonly Element[]): number {
  const end = rows.findIndex(row => elementsOf(row, ['td']).length > 0)
  return Math.max(0, end)
}

function countOf(value: unknown, ofZero: number, most: number): number {
  const count = Number(value ?? 1)
  if (!Number.isInteger(count) || count < 0) return 1
  return Math.min(count === 0 ? ofZero : count, most)
}

function alignOf({ properties }: Element): AlignType | undefined {
  const said = /text-align:\s*(\w+)/.exec(String(properties.style ?? ''))?.[1] ?? properties.align
  return said === 'left' || said === 'right' || said === 'center' ? said : undefined
}

function widthsOf(element: Element, count: number): readonly number[] | undefined {
  const columns = [element, ...elementsOf(element, ['colgroup'])].flatMap(one => elementsOf(one, ['col']))
  const widths = columns.map(({ properties: { style, width } }) => {
    const said =
      /(?:^|;|\s)width:\s*([\d.]+)%/.exec(String(style ?? ''))?.[1] ?? /^([\d.]+)%$/.exec(String(width))?.[1]
    return said === undefined ? Number.NaN : Number(said) / 100
  })
  return count > 0 && widths.length === count && widths.every(Number.isFinite) ? widths : undefined
}

function plain(nodes: readonly ElementContent[]): PhrasingContent[] {
  const value = nodes
    .map(node => textOf(node))
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
  return value === '' ? [] : [{ type: 'text', value }]
}
