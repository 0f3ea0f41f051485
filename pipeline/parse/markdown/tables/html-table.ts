/**
 * `<table>` → `table`, or `captionedTable` if it has a caption. Reads sections, spans, row headers, alignment
 * (`align` or `text-align`) and column widths in per cent. The caller reads the content of the cells.
 */
import type { Element, ElementContent } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import type { AlignType, BlockContent, PhrasingContent, Table } from 'mdast'
import type { Position } from 'unist'
import type { CaptionedTable } from '../../../model/mdast.ts'
import { attributesOf } from '../tree/attributes.ts'
import { atPosition, rangeOf } from '../tree/position.ts'
import { type CellSource, tableNode } from '../tree/table-node.ts'

/** Functions that read the content of cells and captions, and find the place of an element. */
interface HtmlTableReaders {
  readonly cell: (nodes: readonly ElementContent[]) => (PhrasingContent | BlockContent)[]
  readonly caption: (nodes: readonly ElementContent[]) => PhrasingContent[]
  readonly position: (element: Element) => Position | undefined
}

/** The largest `colspan` that HTML allows. */
const largestSpan = 1000

/**
 * The `table` or `captionedTable` for an element `<table>`. Without readers, cells and captions become plain
 * text, and positions are those of the elements.
 */
export function tableFromHast(
  element: Element,
  {
    cell = plain,
    caption: readCaption = plain,
    position: positionOf = ({ position }) => position,
  }: Partial<HtmlTableReaders> = {},
): Table | CaptionedTable {
  const sections = elementsOf(element, ['thead', 'tbody', 'tfoot'])
  const rowsIn = (name: string) =>
    sections.filter(({ tagName }) => tagName === name).map(section => elementsOf(section, ['tr']))
  const loose = elementsOf(element, ['tr'])
  const groups = [...rowsIn('thead'), ...rowsIn('tbody'), loose, ...rowsIn('tfoot')].filter(
    group => group.length > 0,
  )
  const headRows = rowsIn('thead').flat().length || headsAtTop(groups.flat())
  const rows = groups.flatMap(group =>
    group.map((row, at) =>
      elementsOf(row, ['td', 'th']).map((field): CellSource & { isHead: boolean } => ({
        children: cell(field.children),
        columns: countOf(field.properties.colSpan, 1, largestSpan),
        // A span ends with its section at the latest; 0 means up to the end (HTML, "Tables").
        rows: countOf(field.properties.rowSpan, group.length - at, group.length - at),
        isHead: field.tagName === 'th',
        align: alignOf(field),
        position: positionOf(field),
      })),
    ),
  )
  const width = Math.max(0, ...rows.map(row => row.reduce((sum, { columns = 1 }) => sum + columns, 0)))
  const cells = rows.map((row, at) => (at < headRows ? row.map(cell => ({ ...cell, isHead: false })) : row))
  const table = tableNode(cells, {
    headRows,
    footRows: rowsIn('tfoot').flat().length,
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

/** Number of rows at the top that contain no `<td>`. They are the head of a table without `<thead>`. */
function headsAtTop(rows: readonly Element[]): number {
  const end = rows.findIndex(row => elementsOf(row, ['td']).length > 0)
  return Math.max(0, end)
}

/** The value of a span attribute; invalid values count as 1. `forZero`: the meaning of 0. */
function countOf(value: unknown, forZero: number, most: number): number {
  const count = Number(value ?? 1)
  if (!Number.isInteger(count) || count < 0) return 1
  return Math.min(count === 0 ? forZero : count, most)
}

function alignOf({ properties }: Element): AlignType | undefined {
  const side = /text-align:\s*(\w+)/.exec(String(properties.style ?? ''))?.[1] ?? properties.align
  return side === 'left' || side === 'right' || side === 'center' ? side : undefined
}

/** Fractions of the table's width; undefined unless every column has a percentage. */
function widthsOf(element: Element, count: number): readonly number[] | undefined {
  const columns = [element, ...elementsOf(element, ['colgroup'])].flatMap(parent =>
    elementsOf(parent, ['col']),
  )
  const widths = columns.map(({ properties: { style, width } }) => {
    const percentage =
      /(?:^|;|\s)width:\s*([\d.]+)%/.exec(String(style ?? ''))?.[1] ?? /^([\d.]+)%$/.exec(String(width))?.[1]
    return percentage === undefined ? Number.NaN : Number(percentage) / 100
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
