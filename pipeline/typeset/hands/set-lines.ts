/**
 * A hand in the browser: cuts paragraphs into the lines that were chosen for them. A line is a `<span>`
 * inside the paragraph, so that the paragraph stays one element and one tag. Inline elements that continue on
 * the next line are cloned. Lines that continue in another column get a `<span>` around them (`.piece-rest`).
 */
import type { Dom } from './dom.ts'

export interface LineJob {
  /** `data-block` of the paragraph. */
  readonly id: number
  readonly lines: readonly SetLine[]
  /**
   * The places of the lines, column by column. Empty for a paragraph inside a box, whose lines stay where
   * they are.
   */
  readonly pieces: readonly LinePiece[]
}

export interface SetLine {
  readonly start: number
  readonly isHyphenated: boolean
  /** True for a line of code that continues the line before it. */
  readonly isContinued?: true
  readonly wordSpacing: number
  readonly letterSpacing: number
  readonly scale: number
  /** The indent minus the width by which the line hangs into the margin. */
  readonly shift: number
  /** White space above and below the line. */
  readonly room?: readonly [over: number, under: number]
}

/** The lines of a paragraph in one column. Lengths in CSS px from the corner of the first page. */
interface LinePiece {
  /** Number of the first line of this piece. */
  readonly from: number
  readonly left: number
  readonly top: number
}

export function setLines(dom: Dom, jobs: readonly LineJob[]): void {
  const blocks = dom.blocks()
  const isAtom = (element: Element): boolean =>
    /^(math|img|svg|br)$/i.test(element.tagName) || element.matches('.inline-box, .drop-cap')

  const lengthOf = (node: Node): number => {
    if (node instanceof Text) return node.data.length
    if (node instanceof Element && isAtom(node)) return 1
    let length = 0
    for (const child of Array.from(node.childNodes)) length += lengthOf(child)
    return length
  }

  /** Removes unused soft hyphens and the line ends of the manuscript. */
  const cleaned = (node: Node): Node => {
    if (node instanceof Text) {
      if (/[\u00AD\n]/.test(node.data)) node.data = node.data.replace(/[\u00AD\n]/g, '')
    } else for (const child of Array.from(node.childNodes)) cleaned(child)
    return node
  }

  /**
   * Moves the first `count` characters and atoms of `from` to the end of `to`. An element that is cut is
   * cloned, and its id stays on the first part.
   */
  const take = (from: Node, to: Node, count: number): void => {
    let left = count
    for (let child = from.firstChild; child && left > 0; child = from.firstChild) {
      const length = lengthOf(child)
      if (length <= left) {
        if (child instanceof HTMLBRElement) child.remove()
        else to.appendChild(cleaned(child))
      } else if (child instanceof Text) {
        to.appendChild(cleaned(document.createTextNode(child.data.slice(0, left))))
        child.data = child.data.slice(left)
      } else if (child instanceof Element) {
        const clone = child.cloneNode(false) as Element
        child.removeAttribute('id')
        // What CSS draws at the ends of an element is drawn at its own ends, not where it is cut.
        clone.classList.add('cut-end')
        child.classList.add('cut-start')
        take(child, clone, left)
        to.appendChild(clone)
      }
      left -= length
    }
  }

  const cut = (block: Element, lines: readonly SetLine[]): HTMLElement[] => {
    const content = document.createDocumentFragment()
    content.append(...Array.from(block.childNodes))
    return lines.map((line, index) => {
      const span = document.createElement('span')
      span.className = 'line'
      if (line.isHyphenated) span.classList.add('divided')
      if (line.isContinued) span.classList.add('continued')
      const next = lines[index + 1]?.start
      take(content, span, next === undefined ? Number.POSITIVE_INFINITY : next - line.start)
      const style = [
        line.shift === 0 ? '' : `margin-inline-start:${line.shift.toFixed(3)}px`,
        line.wordSpacing === 0 ? '' : `word-spacing:${line.wordSpacing.toFixed(4)}px`,
        line.letterSpacing === 0 ? '' : `letter-spacing:${line.letterSpacing.toFixed(4)}px`,
        line.scale === 1 ? '' : `font-size:${(100 * line.scale).toFixed(3)}%`,
      ].filter(Boolean)
      if (style.length > 0) span.setAttribute('style', style.join(';'))
      return span
    })
  }

  for (const { id, lines, pieces } of jobs) {
    const block = blocks.get(id)
    if (!block) throw new Error(`There is no block ${id}.`)
    const spans = cut(block, lines)
    const isPlaced = pieces.length > 0
    const measure = block.getAttribute('data-measure')
    if (measure !== null && isPlaced) block.style.width = `${measure}px`
    block.classList.add(isPlaced ? 'set' : 'set-inset')
    // The marker of a list item belongs beside the first line, not beside the white space above it.
    const over = lines[0]?.room?.[0] ?? 0
    if (over > 0) block.setAttribute('data-over', String(over))
    let piece: Element = block
    spans.forEach((span, index) => {
      const start = pieces.findIndex(linePiece => linePiece.from === index)
      const place = pieces[start]
      if (place && start > 0) {
        const rest = document.createElement('span')
        rest.className = 'piece-rest'
        const first = pieces[0]
        rest.style.cssText = `left:${place.left - (first?.left ?? 0)}px;top:${place.top - (first?.top ?? 0)}px`
        block.append(rest)
        piece = rest
      } else if (index > 0) piece.append('\n')
      const room = lines[index]?.room
      if (room) {
        const prop = document.createElement('span')
        prop.className = 'room'
        prop.style.cssText = `padding-block:${room[0].toFixed(3)}px ${room[1].toFixed(3)}px`
        piece.append(prop)
      }
      piece.append(span)
    })
  }
}
