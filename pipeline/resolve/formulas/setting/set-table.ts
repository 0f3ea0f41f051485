/**
 * Matrices, cases and aligned systems: `<mtable>`. Rows are as high as LaTeX's struts, or as their content,
 * and the table is centred at the axis.
 */
import type { Element } from 'hast'
import { type Box, constantAt, framed, inEm, type Setter, withKerns } from './box.ts'
import { setRow } from './set-row.ts'
import type { Style } from './style.ts'

/** How rows follow each other, in em of the formula. */
interface Leading {
  /** The least height and depth of a row. */
  readonly strut: { readonly height: number; readonly depth: number }
  /** Distance of the baselines; undefined if rows are stacked without more space. */
  readonly baseline?: number
  /** The space between rows that come closer to each other than `limit`. */
  readonly gap?: number
  readonly limit?: number
}

/** LaTeX's strut is 0.7 and 0.3 of the line distance, 12 pt at 10 pt. */
const strut = { height: 0.84, depth: 0.36 }
const leadings = {
  array: { strut },
  /** \arraystretch is 1.2. */
  cases: { strut: { height: 1.008, depth: 0.432 } },
  /** \openup\jot, 3 pt. */
  aligned: { strut, baseline: 1.5, gap: 0.4, limit: 0.3 },
  /** `smallmatrix` and `substack`: 6 ex of amsmath, 0.109 em. */
  small: { strut: { height: 0, depth: 0 }, baseline: 0.653, gap: 0.109 },
} satisfies Record<string, Leading>

export type TableKind = keyof typeof leadings

/** The distance of columns as Temml writes it → \arraycolsep, 5 pt at 10 pt. */
const writtenGap = '5.9776pt'
const columnGap = 0.5
/** Half of the distance of columns in `smallmatrix` as Temml writes it → a thick space. */
const smallGap = '0.1389em'
const thick = 5 / 18
const thin = 3 / 18

export function setTable(table: Element, kind: TableKind, style: Style, setter: Setter): Box {
  const isDisplay = table.properties.displaystyle === 'true'
  const inner: Style = {
    ...style,
    level: isDisplay ? 'display' : style.level === 'display' ? 'text' : style.level,
  }
  const leading: Leading = leadings[kind]
  const rows = elementsOf(table).map(row => ({
    row,
    cells: elementsOf(row).map((cell, index) => ({
      cell,
      box: setRow(cell, inner, setter, startsWithAtom(kind, cell, index) ? { before: 'ord' } : {}),
    })),
  }))
  const extents = rows.map(({ cells }) => ({
    height: Math.max(leading.strut.height, ...cells.map(({ box }) => box.height)),
    depth: Math.max(leading.strut.depth, ...cells.map(({ box }) => box.depth)),
  }))
  const above = extents.map(({ height }, index) => {
    const previous = extents[index - 1]
    return previous ? spaceOver(previous.depth, height, leading) : 0
  })
  const total = extents.reduce(
    (sum, { height, depth }, index) => sum + height + depth + (above[index] ?? 0),
    0,
  )
  const axis = constantAt(setter.font, 'AxisHeight', style)
  const children = rows.map(({ row, cells }, index) => ({
    ...row,
    children: cells.map(({ cell, box }) => {
      const { height = 0, depth = 0 } = extents[index] ?? {}
      return setCell(cell, box, { height: height + (above[index] ?? 0), depth }, inner)
    }),
  }))
  const widths = rows.map(({ cells }) => cells.map(({ box }) => box.width))
  const side = sideSpace(table)
  return {
    element: withKerns({ ...table, children }, side, side, style),
    atom: 'ord',
    width: 2 * side + tableWidth(widths, rows[0]?.cells.map(({ cell }) => cell) ?? []),
    height: total / 2 + axis,
    depth: total / 2 - axis,
    italic: 0,
  }
}

/** `smallmatrix` has thin spaces at its sides, and `array` those of columns. */
function sideSpace(table: Element): number {
  const [cell] = elementsOf(table).flatMap(elementsOf)
  const styles = String(cell?.properties.style ?? '')
  if (styles.includes(smallGap)) return thin
  // Temml writes this padding in pt only for `array`.
  return /padding-left:0pt/.test(styles) ? columnGap : 0
}

function elementsOf({ children }: Element): Element[] {
  return children.filter(child => child.type === 'element')
}

/** In `aligned`, an empty atom begins each second column, so that `&= b` has a relation between two atoms. */
function startsWithAtom(kind: TableKind, cell: Element, index: number): boolean {
  return kind === 'aligned' && index % 2 === 1 && String(cell.properties.className).includes('tml-left')
}

function spaceOver(depth: number, height: number, { baseline, gap = 0, limit = 0 }: Leading): number {
  if (baseline === undefined) return 0
  const space = baseline - depth - height
  return space < limit ? gap : space
}

function setCell(
  cell: Element,
  box: Box,
  extent: { readonly height: number; readonly depth: number },
  style: Style,
): Element {
  const written = String(cell.properties.style ?? '')
    .replaceAll(writtenGap, inEm(columnGap, style))
    .replaceAll(smallGap, inEm(thick / 2, style))
  return {
    ...cell,
    properties: {
      ...cell.properties,
      style: `${written};padding-top:0;padding-bottom:0`.replace(/;+/g, ';').replace(/^;/, ''),
    },
    children: [framed(box.element.children, extent, style)],
  }
}

function tableWidth(rows: readonly (readonly number[])[], cells: readonly Element[]): number {
  const gaps = cells.reduce((sum, { properties }) => {
    const paddings = String(properties.style ?? '').match(/padding-(?:left|right):[\d.]+(?:em|pt)/g) ?? []
    return (
      sum +
      paddings.reduce((width, padding) => {
        const length = Number.parseFloat(padding.split(':')[1] ?? '0')
        return (
          width + (padding.includes(writtenGap) ? columnGap : padding.endsWith('pt') ? length / 10 : length)
        )
      }, 0)
    )
  }, 0)
  const columns = cells.map((_, index) => Math.max(0, ...rows.map(row => row[index] ?? 0)))
  return gaps + columns.reduce((sum, width) => sum + width, 0)
}
