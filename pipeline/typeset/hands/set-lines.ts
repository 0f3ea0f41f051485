/**
 * A hand in the browser: cuts paragraphs into the lines that were chosen for them. A line is a `<span>` in
 * its own paragraph, so that the paragraph stays one element and one tag; inline elements that a line's end
 * cuts are cloned. Where a paragraph goes on in another column its lines stand in a piece of their own.
 */

export interface LineJob {
  /** `data-block` of the paragraph. */
  readonly id: number
  readonly lines: readonly SetLine[]
  /** Where its lines go; none for a paragraph that stays where it is. CSS px from the sheet's corner. */
  readonly pieces: readonly LinePiece[]
}

export interface SetLine {
  readonly start: number
  readonly isHyphenated: boolean
  readonly wordSpacing: number
  readonly letterSpacing: number
  readonly scale: number
  /** Indent less what hangs into the margin. */
  readonly shift: number
}

export interface LinePiece {
  /** The number of its first line. */
  readonly from: number
  readonly left: number
  readonly top: number
}

/** Runs in the page, on its own: it may use nothing from outside. */
export function setLines(jobs: readonly LineJob[]): void {
  const blocks = new Map<string, Element>()
  for (const element of Array.from(document.querySelectorAll('[data-block]'))) {
    blocks.set(element.getAttribute('data-block') ?? '', element)
  }
  const isAtom = (element: Element): boolean =>
    /^(math|img|svg|br)$/i.test(element.tagName) || element.matches('.inline-box')

  /** Text nodes and atoms in order, with the offset at which each begins. */
  const leavesOf = (block: Element): { node: Node; at: number; length: number }[] => {
    const leaves: { node: Node; at: number; length: number }[] = []
    let at = 0
    const walk = (parent: Node): void => {
      for (const node of Array.from(parent.childNodes)) {
        if (node instanceof Text) {
          leaves.push({ node, at, length: node.data.length })
          at += node.data.length
        } else if (node instanceof Element && isAtom(node)) {
          leaves.push({ node, at, length: 1 })
          at += 1
        } else walk(node)
      }
    }
    walk(block)
    return leaves
  }

  /** What is left of a cut element must not bear the id a second time. */
  const dropIds = (rest: Element, taken: Element): void => {
    for (let cut = rest.firstElementChild; cut; cut = cut.firstElementChild) {
      if (cut.id !== '' && taken.querySelector(`[id="${CSS.escape(cut.id)}"]`)) cut.removeAttribute('id')
    }
  }

  const strip = (node: Node): void => {
    const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT)
    while (texts.nextNode()) {
      const text = texts.currentNode
      if (text instanceof Text && /[\u00AD\n]/.test(text.data))
        text.data = text.data.replace(/[\u00AD\n]/g, '')
    }
  }

  const cut = (block: Element, lines: readonly SetLine[]): HTMLElement[] => {
    const leaves = leavesOf(block)
    let leaf = 0
    let done = 0
    return lines.map((line, index) => {
      const span = document.createElement('span')
      span.className = line.isHyphenated ? 'line divided' : 'line'
      const next = lines[index + 1]?.start
      if (next === undefined) span.append(...Array.from(block.childNodes))
      else {
        const range = document.createRange()
        range.setStart(block, 0)
        while (leaf < leaves.length && (leaves[leaf]?.at ?? 0) + (leaves[leaf]?.length ?? 0) <= next)
          leaf += 1
        const last = leaves[leaf]
        if (last && last.at < next && last.node instanceof Text) {
          range.setEnd(last.node, next - Math.max(last.at, done))
        } else if (last) range.setEndBefore(last.node)
        else range.setEndAfter(block.lastChild ?? block)
        span.append(range.extractContents())
        dropIds(block, span)
        done = next
      }
      for (const br of Array.from(span.querySelectorAll('br'))) br.remove()
      strip(span)
      const style = [
        line.shift === 0 ? '' : `margin-left:${line.shift.toFixed(3)}px`,
        line.wordSpacing === 0 ? '' : `word-spacing:${line.wordSpacing.toFixed(4)}px`,
        line.letterSpacing === 0 ? '' : `letter-spacing:${line.letterSpacing.toFixed(4)}px`,
        line.scale === 1 ? '' : `font-size:${(100 * line.scale).toFixed(3)}%`,
      ].filter(Boolean)
      if (style.length > 0) span.style.cssText = style.join(';')
      return span
    })
  }

  for (const { id, lines, pieces } of jobs) {
    const block = blocks.get(String(id))
    if (!(block instanceof HTMLElement)) throw new Error(`There is no block ${id}.`)
    const spans = cut(block, lines)
    const isPlaced = pieces.length > 0
    block.classList.add(isPlaced ? 'set' : 'set-inset')
    let piece: Element = block
    spans.forEach((span, index) => {
      const start = pieces.findIndex(one => one.from === index)
      const place = pieces[start]
      if (place && start > 0) {
        const rest = document.createElement('span')
        rest.className = 'piece-rest'
        const first = pieces[0]
        rest.style.cssText = `left:${place.left - (first?.left ?? 0)}px;top:${place.top - (first?.top ?? 0)}px`
        block.append(rest)
        piece = rest
      } else if (index > 0) piece.append('\n')
      piece.append(span)
    })
  }
}
