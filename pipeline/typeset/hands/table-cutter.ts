/**
 * A part of the hand `cutTables`: what is done to a single table. It is measured, its rows are placed one by
 * one, and its caption and head are drawn again above each further part.
 */
import type { RowRange } from '../vertical-list.ts'
import type { Dom, TableHead } from './dom.ts'
import type { RowCutter, TextPlace } from './row-cutter.ts'

export interface TableCut {
  /** `data-block` of the figure or table. */
  readonly id: number
  /** Place of each part in CSS px from the corner of the first page, and its rows from `from` up to `end`. */
  readonly parts: readonly (RowRange & { readonly x: number; readonly y: number })[]
}

interface TableCutter {
  measure(cut: TableCut): MeasuredTable | undefined
  /** Places the caption and all rows of a measured table. */
  cut(table: MeasuredTable): void
}

/** A table before it is cut. Lengths in CSS px. */
interface MeasuredTable {
  /** The figure that contains the table, or the table itself. */
  readonly block: HTMLElement
  readonly table: HTMLTableElement
  readonly parts: TableCut['parts']
  readonly caption: HTMLElement | undefined
  /** Heights above the table. */
  readonly above: TableHead
  /** Distance from the left edge of the block to the left edge of the table. */
  readonly inset: number
  readonly width: number
  readonly outerWidth: number
  readonly head: readonly MeasuredRow[]
  readonly body: readonly MeasuredRow[]
  readonly ends: ReturnType<Dom['rowEnds']>
  /** The CSS borders above and below the table, and below its head. */
  readonly rules: { readonly top: string; readonly bottom: string; readonly middle: string }
}

interface MeasuredRow {
  readonly row: HTMLElement
  /** Distance of the row from the top of the table. */
  readonly top: number
  readonly height: number
  readonly cells: readonly MeasuredCell[]
  /** Where the row is cut, from above: for each cut and cell the place of the first line below it. */
  readonly cuts: readonly (readonly (TextPlace | undefined)[])[]
}

interface MeasuredCell {
  readonly cell: Element
  /** Distance of the cell from the edge of the table at which rows begin. */
  readonly start: number
  readonly width: number
  readonly height: number
  readonly isAtFoot: boolean
}

/** Makes a cutter of tables. Runs in the browser. */
export function tableCutter(dom: Dom, { placeBelow, cellBelow }: RowCutter): TableCutter {
  const border = (element: Element, side: 'Top' | 'Bottom'): string => {
    const css = getComputedStyle(element)
    return `${css[`border${side}Width`]} ${css[`border${side}Style`]} ${css[`border${side}Color`]}`
  }

  const measureRows = (
    table: HTMLTableElement,
    section: 'thead' | 'tbody',
    parts: TableCut['parts'] = [],
  ): MeasuredRow[] => {
    const box = table.getBoundingClientRect()
    const isRightToLeft = getComputedStyle(table).direction === 'rtl'
    const stops = (row: number): number[] =>
      parts.flatMap(({ end, stop }) => (stop !== undefined && end - 1 === row ? [stop] : []))
    return Array.from(table.querySelectorAll<HTMLElement>(`:scope > ${section} > tr`), (row, index) => ({
      row,
      top: row.getBoundingClientRect().top - box.top,
      height: row.getBoundingClientRect().height,
      cuts: stops(index).map(stop =>
        Array.from(row.children, cell => placeBelow(cell, row.getBoundingClientRect().top + stop)),
      ),
      cells: Array.from(row.children, cell => {
        const { left, right, width, height } = cell.getBoundingClientRect()
        const isAtFoot = getComputedStyle(cell).verticalAlign === 'bottom'
        return { cell, start: isRightToLeft ? box.right - right : left - box.left, width, height, isAtFoot }
      }),
    }))
  }

  /**
   * Places a row as a CSS grid: one track for each cell, and one for each cell that reaches in from above.
   */
  const placeRow = (row: MeasuredRow, x: number, y: number, width: number): void => {
    const { style } = row.row
    style.cssText = `left:${x}px;top:${y}px;width:${width}px;height:${row.height}px`
    row.row.classList.add('placed')
    const tracks: number[] = []
    let end = 0
    for (const { cell, start, width: cellWidth, height, isAtFoot } of row.cells) {
      if (start > end + 0.5) tracks.push(start - end)
      tracks.push(cellWidth)
      end = start + cellWidth
      if (cell instanceof HTMLElement) {
        cell.style.gridColumn = String(tracks.length)
        if (height > row.height + 0.5) {
          cell.style.height = `${height}px`
          cell.style.alignSelf = 'start'
          if (isAtFoot) cell.style.alignContent = 'end'
        }
      }
    }
    style.gridTemplateRows = `${row.height}px`
    style.gridTemplateColumns = tracks.map(track => `${track}px`).join(' ')
  }

  /** The row in pieces, each a row of its own, from above. */
  const piecesOf = (measured: MeasuredRow): MeasuredRow[] => {
    const pieces: MeasuredRow[] = []
    for (const places of measured.cuts.toReversed()) {
      const row = measured.row.cloneNode(false)
      if (!(row instanceof HTMLElement)) continue
      row.removeAttribute('id')
      const cells = measured.cells.map((cell, index) => ({
        ...cell,
        cell: cellBelow(cell.cell, places[index]),
      }))
      row.append(...cells.map(({ cell }) => cell))
      measured.row.after(row)
      pieces.unshift({ ...measured, row, cells })
    }
    return [measured, ...pieces]
  }

  /**
   * `<colgroup>` with the column widths, which a head whose first row spans columns cannot give by itself.
   */
  const columnGroup = ({ table, head, body, width }: MeasuredTable): HTMLElement => {
    const group = document.createElement('colgroup')
    const count = Array.from(table.rows[0]?.cells ?? []).reduce((sum, cell) => sum + cell.colSpan, 0)
    const starts = [...head, ...body].flatMap(row =>
      row.cells.map(({ start }) => Math.round(start * 10) / 10),
    )
    const edges = Array.from(new Set(starts)).sort((a, b) => a - b)
    if (edges.length !== count) return group
    edges.forEach((edge, index) => {
      const column = document.createElement('col')
      column.style.width = `${(edges[index + 1] ?? width) - edge}px`
      group.append(column)
    })
    return group
  }

  const repeatedCaption = (words: string): HTMLElement => {
    const caption = document.createElement('figcaption')
    const label = document.createElement('span')
    label.className = 'label'
    label.textContent = words
    caption.append(label)
    return caption
  }

  const repeatedHead = (measured: MeasuredTable, original: HTMLElement): HTMLElement => {
    const head = original.cloneNode(true)
    if (!(head instanceof HTMLElement)) return original
    for (const named of Array.from(head.querySelectorAll('[id]'))) named.removeAttribute('id')
    Array.from(head.querySelectorAll('tr')).forEach((row, index) => {
      row.className = ''
      row.style.cssText = ''
      Array.from(row.children).forEach((cell, at) => {
        const width = measured.head[index]?.cells[at]?.width ?? 0
        if (cell instanceof HTMLElement) cell.style.cssText = `width:${width}px`
      })
    })
    return head
  }

  /** Draws caption and head again above a further part. Screen readers do not see them. */
  const repeatAbove = (measured: MeasuredTable, x: number, y: number): void => {
    const { block, table, caption, width, inset, outerWidth } = measured
    const figure = document.createElement('figure')
    figure.className = `${block.className.replace('cut', '')} again`
    figure.setAttribute('aria-hidden', 'true')
    figure.style.cssText = `left:${x}px;top:${y}px;width:${outerWidth}px`
    const words = block.getAttribute('data-continued')
    if (caption && words) figure.append(repeatedCaption(words))
    const copy = table.cloneNode(false)
    if (copy instanceof HTMLElement && table.tHead) {
      copy.className = table.className.replace('cut', '')
      copy.style.cssText = `width:${width}px;margin-left:${inset}px;margin-right:auto;table-layout:fixed;border-bottom:0`
      copy.append(columnGroup(measured), repeatedHead(measured, table.tHead))
      figure.append(copy)
    }
    dom.strip().append(figure)
  }

  return {
    measure({ id, parts }) {
      const block = document.querySelector(`[data-block="${id}"]`)
      const table = block?.matches('table') ? block : block?.querySelector('table')
      if (!(block instanceof HTMLElement && table instanceof HTMLTableElement)) return undefined
      const outer = block.getBoundingClientRect()
      const box = table.getBoundingClientRect()
      return {
        block,
        table,
        parts,
        caption: block.querySelector('figcaption') ?? undefined,
        above: dom.tableHead(block, table),
        inset: box.left - outer.left,
        width: box.width,
        outerWidth: outer.width,
        head: measureRows(table, 'thead'),
        body: measureRows(table, 'tbody', parts),
        ends: dom.rowEnds(Array.from(table.querySelectorAll(':scope > tbody > tr'))),
        rules: {
          top: border(table, 'Top'),
          bottom: border(table, 'Bottom'),
          middle: table.tHead ? border(table.tHead, 'Bottom') : 'none',
        },
      }
    },
    cut(measured) {
      const { block, table, caption, parts, above, inset, width, outerWidth, head, body, ends, rules } =
        measured
      const [firstPart] = parts
      if (!firstPart) return
      block.classList.add('cut')
      table.classList.add('cut')
      if (caption) {
        caption.classList.add('placed')
        caption.style.cssText = `left:${firstPart.x}px;top:${firstPart.y}px;width:${outerWidth}px`
      }
      const bodyTop = body[0]?.top ?? 0
      const pieces = body.map(piecesOf)
      parts.forEach((part, index) => {
        const x = part.x + inset
        let y = part.y + (index === 0 ? above.before : above.continued)
        const isLast = index === parts.length - 1
        if (index === 0) {
          for (const row of head) placeRow(row, x, y + row.top, width)
          const [first, last] = [head[0], head.at(-1)]
          if (first) first.row.style.borderTop = rules.top
          if (last) last.row.style.borderBottom = rules.middle
        } else repeatAbove(measured, part.x, part.y)
        y += index === 0 ? bodyTop : bodyTop + ends.first
        pieces.slice(part.from, part.end).forEach((rest, at, rows) => {
          const piece = rest.shift()
          if (!piece) return
          const height = part.heights[at] ?? piece.height
          const isWhole = piece.cuts.length === 0
          const cells = isWhole ? piece.cells : piece.cells.map(cell => ({ ...cell, height }))
          const row = { ...piece, height, cells }
          placeRow(row, x, y, width)
          if (at === rows.length - 1) {
            row.row.style.borderBottom = rules.bottom
            if (!isLast) row.row.style.paddingBottom = `${ends.last}px`
          }
          if (at === 0 && head.length === 0) row.row.style.borderTop = rules.top
          y += row.height
        })
      })
    },
  }
}
