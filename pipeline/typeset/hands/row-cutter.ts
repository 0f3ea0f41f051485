/**
 * A part of the hand `cutTables`: divides the cells of a row that is cut between its lines. What is below the
 * cut is moved into further cells, so that every word is in the document once.
 */
import type { Dom } from './dom.ts'

export interface RowCutter {
  /** The place of the first line of a cell that is below `y`, in CSS px of the view; undefined if none is. */
  placeBelow(cell: Element, y: number): TextPlace | undefined
  /** Moves what is below a place of a cell into a cell of the same kind. Returns that cell. */
  cellBelow(cell: Element, place: TextPlace | undefined): Element
}

/** The place before `part`, or before the character at `offset` in it. */
export interface TextPlace {
  readonly part: Text | Element
  readonly offset: number
}

/** Makes a cutter of rows. Runs in the browser. */
export function rowCutter(dom: Dom): RowCutter {
  /** Whether a line that these rectangles are in begins below `y`: whether its middle is below. */
  const isBelow = (rects: DOMRectList | readonly DOMRect[], y: number): boolean =>
    Array.from(rects).some(({ top, bottom, height }) => height > 0 && (top + bottom) / 2 > y)

  const placeBelow = (cell: Element, y: number): TextPlace | undefined => {
    for (const part of dom.lineParts(cell)) {
      if (part instanceof Element) {
        if (isBelow([part.getBoundingClientRect()], y)) return { part, offset: 0 }
        continue
      }
      const range = document.createRange()
      const isReached = (end: number): boolean => {
        range.setStart(part, 0)
        range.setEnd(part, end)
        return isBelow(range.getClientRects(), y)
      }
      if (!isReached(part.length)) continue
      let [above, below] = [0, part.length]
      while (below - above > 1) {
        const middle = Math.floor((above + below) / 2)
        if (isReached(middle)) below = middle
        else above = middle
      }
      return { part, offset: above }
    }
    return undefined
  }

  const cellBelow = (cell: Element, place: TextPlace | undefined): Element => {
    const below = cell.cloneNode(false)
    if (!(below instanceof HTMLElement)) return cell
    below.removeAttribute('id')
    if (!place) return below
    const { part, offset } = place
    const range = document.createRange()
    if (offset === 0) range.setStartBefore(part)
    else range.setStart(part, offset)
    range.setEnd(cell, cell.childNodes.length)
    const isDivided = part instanceof Text && part.data[offset - 1] === '\u00AD'
    below.append(range.extractContents())
    // What the cut goes through is in both cells now.
    for (const named of Array.from(below.querySelectorAll('[id]'))) {
      if (document.getElementById(named.id)) named.removeAttribute('id')
    }
    if (isDivided) {
      const hyphen = document.createElement('span')
      hyphen.className = 'divided'
      part.after(hyphen)
    }
    return below
  }

  return { placeBelow, cellBelow }
}
