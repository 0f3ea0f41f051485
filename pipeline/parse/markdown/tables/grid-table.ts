/**
 * Lines → pandoc's grid tables. Cells are found by their corners, so that they can span columns and rows:
 *
 *     +---+-------+
 *     | a | b     |
 *     |   +---+---+        rows: [a (2 rows), b (2 columns)], [c, d], then the body
 *     |   | c | d |
 *     +===+===+===+
 *     | 1 | 2 | 3 |
 *     +---+---+---+
 *
 * Rows above a rule of `=` are the head. Rows between the last two such rules are the foot. Colons in the
 * rule below the head set the alignment; in a table without head, colons in the first line do.
 */
import type { AlignType } from 'mdast'
import { type GridCell, gridCells } from './grid-cells.ts'
import { plainLine, type SourceLine, sliceOf, type TextSlice, textOf, trimSlice } from './source-line.ts'
import { type CellDraft, relativeWidths, type TableDraft } from './table-draft.ts'

const border = /^ *\+(?::?[-=]+:?\+)+ *$/

/** Whether a line can be the first line of a grid table. */
export function isGridBorder(line: string): boolean {
  return border.test(line)
}

/** Reads a grid table. Undefined if the lines are not a complete table. */
export function gridTable(lines: readonly SourceLine[]): TableDraft | undefined {
  // Editors disagree on the width of some characters, so the second attempt counts each as one column.
  return drawnTable(lines) ?? drawnTable(lines.map(plainLine))
}

function drawnTable(lines: readonly SourceLine[]): TableDraft | undefined {
  const first = lines[0]
  if (!first || !border.test(textOf(lines.at(-1) ?? first))) return undefined
  const left = first.columns.indexOf('+')
  const right = first.columns.lastIndexOf('+')
  const width = right - left + 1
  const drawing = lines.map(line =>
    withCorners(Array.from({ length: width }, (_, at) => line.columns[left + at] || ' ')),
  )
  // Text to the left or right of the table would be lost.
  if (
    lines.some(line =>
      line.columns
        .slice(0, left)
        .concat(line.columns.slice(right + 1))
        .join('')
        .trim(),
    )
  ) {
    return undefined
  }
  const cells = gridCells(drawing)
  if (!cells) return undefined
  const tops = sorted(cells.map(cell => cell.top))
  const starts = sorted(cells.map(cell => cell.left))
  const rules = tops.filter(top => top > 0 && isRule(drawing[top], '='))
  const isFooted = rules.length > 1 && isRule(drawing.at(-1), '=')
  const [headEnd] = rules
  const headRows = headEnd === undefined ? 0 : tops.filter(top => top < headEnd).length
  const ends = [...starts.slice(1), width - 1]
  const columns = starts.map((start, at) => (ends[at] ?? start) - start)
  const drafts = cells.map(cell => ({ cell, lines: textIn(cell, lines, left) }))
  const isWrapped = drafts.some(
    ({ cell, lines }) => lines.length > 1 && cell.top >= (headEnd ?? 0) && isSingle(cell, tops, starts),
  )
  return {
    rows: tops.map(top =>
      drafts
        .filter(({ cell }) => cell.top === top)
        .sort((a, b) => a.cell.left - b.cell.left)
        .map(
          ({ cell, lines }): CellDraft => ({
            lines,
            columns: span(starts, cell.left, cell.right),
            rows: span(tops, cell.top, cell.bottom),
          }),
        ),
    ),
    headRows,
    ...(isFooted && { footRows: tops.filter(top => top >= (rules.at(-1) ?? 0)).length }),
    align: alignments(drawing[headEnd ?? 0] ?? [], starts, ends),
    // If every cell of the body has one line, the drawing only follows the content and sets no widths.
    ...(isWrapped && { widths: relativeWidths(columns) }),
    content: 'blocks',
  }
}

/**
 * The line of a drawing with a `+` in the place of each forgotten one: `|-----+---+` → `+-----+---+`. A cell
 * whose text fills it with hyphens from side to side is a rule.
 */
function withCorners(line: readonly string[]): readonly string[] {
  const mended = [...line]
  for (const { 0: rule, index } of line.join('').matchAll(/(?<=[|+])(?::?-{3,}:?|:?={3,}:?)(?=[|+])/g)) {
    mended[index - 1] = '+'
    mended[index + rule.length] = '+'
  }
  return mended
}

/** Number of rows or columns that begin from `from` up to, but not including, `end`. */
function span(places: readonly number[], from: number, end: number): number {
  return places.filter(place => place >= from && place < end).length
}

function isSingle(cell: GridCell, tops: readonly number[], starts: readonly number[]): boolean {
  return span(tops, cell.top, cell.bottom) === 1 && span(starts, cell.left, cell.right) === 1
}

function isRule(line: readonly string[] | undefined, mark: '='): boolean {
  return line?.join('').match(/^[+:=]+$/) !== null && line?.includes(mark) === true
}

function sorted(numbers: readonly number[]): readonly number[] {
  return [...new Set(numbers)].sort((a, b) => a - b)
}

function alignments(
  rule: readonly string[],
  starts: readonly number[],
  ends: readonly number[],
): AlignType[] {
  return starts.map((start, at) => {
    const isLeft = rule[start + 1] === ':'
    const isRight = rule[(ends[at] ?? 0) - 1] === ':'
    if (isLeft && isRight) return 'center'
    return isLeft ? 'left' : isRight ? 'right' : null
  })
}

/** The lines of a cell, without borders, common margin, and blank lines at the beginning and end. */
function textIn(cell: GridCell, lines: readonly SourceLine[], left: number): readonly TextSlice[] {
  const inside = lines
    .slice(cell.top + 1, cell.bottom)
    .map(line => sliceOf(line, left + cell.left + 1, left + cell.right))
  const margins = inside.filter(({ text }) => text.trim() !== '').map(({ text }) => text.search(/\S/))
  const margin = Math.min(...margins)
  const trimmed = inside.map(slice => trimSlice(slice, margins.length > 0 ? margin : undefined))
  const from = trimmed.findIndex(({ text }) => text !== '')
  const end = trimmed.findLastIndex(({ text }) => text !== '')
  // An empty cell keeps one line, which gives its place in the file.
  return from < 0 ? trimmed.slice(0, 1) : trimmed.slice(from, end + 1)
}
