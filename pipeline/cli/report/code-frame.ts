/** The line of the source that a message is about, with the place underlined. */
import type { Message } from './messages.ts'
import { type Cell, cells } from './text-width.ts'

/** A frame. Widths are columns of the terminal. */
export interface CodeFrame {
  readonly line: number
  /** The line, cut around the place if it is too long. */
  readonly code: string
  /** The columns before the place. */
  readonly indent: number
  /** The columns of the place, at least 1. */
  readonly length: number
}

const cut: Cell = { text: '…', width: 1, offset: -1 }

/**
 * The frame of a message in at most `width` columns. Undefined if the message is about a whole file, or the
 * line is empty.
 */
export function codeFrame(message: Message, width: number): CodeFrame | undefined {
  const { line, column = 1, endLine, endColumn, lineText } = message
  if (line === undefined || lineText === undefined || lineText.trim() === '') return undefined
  // The end of the line is a place, too.
  const all = [...cells(lineText), { text: ' ', width: 1, offset: lineText.length }]
  const start = cellAt(all, column - 1)
  const endOffset = endLine === undefined || endColumn === undefined ? column : endColumn - 1
  const isLonger = endLine !== undefined && endLine > line
  const end = Math.max(start + 1, isLonger ? all.length - 1 : endIndex(all, endOffset))
  const { first, last } = widthOf(all) - 1 <= width ? whole(all) : shownPart(all, { start, end }, width - 2)
  const before = [...(first > 0 ? [cut] : []), ...all.slice(first, start)]
  const shown = [...before, ...all.slice(start, last), ...(last < all.length - 1 ? [cut] : [])]
  return {
    line,
    code: shown
      .map(({ text }) => text)
      .join('')
      .trimEnd(),
    indent: widthOf(before),
    length: Math.max(1, widthOf(all.slice(start, Math.min(end, last)))),
  }
}

/** The index of the last cell that begins at or before an offset. */
function cellAt(all: readonly Cell[], offset: number): number {
  return Math.max(
    0,
    all.findLastIndex(cell => cell.offset <= offset),
  )
}

/** The index of the first cell that begins at or after an offset. */
function endIndex(all: readonly Cell[], offset: number): number {
  const index = all.findIndex(cell => cell.offset >= offset)
  return index < 0 ? all.length - 1 : index
}

function whole(all: readonly Cell[]) {
  return { first: 0, last: all.length }
}

/** The part of a long line that fits `width`: the place in its middle, or the beginning of a long place. */
function shownPart(all: readonly Cell[], { start, end }: { start: number; end: number }, width: number) {
  const place = Math.min(widthOf(all.slice(start, end)), width - Math.min(12, width / 2))
  let first = start
  let used = 0
  while (first > 0 && used + (all[first - 1]?.width ?? 0) <= (width - place) / 2) {
    first -= 1
    used += all[first]?.width ?? 0
  }
  let last = start
  while (last < all.length && used + (all[last]?.width ?? 0) <= width) {
    used += all[last]?.width ?? 0
    last += 1
  }
  while (last === all.length && first > 0 && used + (all[first - 1]?.width ?? 0) <= width) {
    first -= 1
    used += all[first]?.width ?? 0
  }
  return { first, last }
}

function widthOf(list: readonly Cell[]): number {
  return list.reduce((sum, { width }) => sum + width, 0)
}
