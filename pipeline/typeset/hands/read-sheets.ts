/** A hand in the browser: reads the finished pages back, so that they can be compared with the plan. */
import type { Dom } from './dom.ts'

export interface ReadBlock {
  readonly id: number
  /** The text of the block's lines, joined. */
  readonly text: string
  /** Left edge, right edge and middle of each line, or of the box if it has no lines. In CSS px. */
  readonly boxes: readonly (readonly [left: number, right: number, middle: number])[]
  /**
   * How far the content of a box reaches beyond its side, in CSS px. Punctuation that hangs is allowed for.
   */
  readonly excess: number
}

export interface ReadSheets {
  readonly blocks: readonly ReadBlock[]
  /** Visible texts that belong to no block. */
  readonly strays: readonly string[]
}

export function readSheets(dom: Dom): ReadSheets {
  const blocks: ReadBlock[] = []
  const boxOf = (element: Element) => {
    const { left, right, width, top, bottom } = element.getBoundingClientRect()
    return { left, right, width, middle: (top + bottom) / 2 }
  }
  /** The text of a node without formulas, drawings and drop caps. */
  const plainText = (node: Node): string =>
    node instanceof Element && (/^(math|svg)$/i.test(node.tagName) || node.matches('.drop-cap'))
      ? ''
      : node instanceof Text
        ? node.data
        : Array.from(node.childNodes, plainText).join('')
  /** Accepted excess of lines, as a share of their width: hyphens and punctuation hang into the margin. */
  const hangTolerance = 0.02
  /** How far the lines of a paragraph in a box reach beyond it. Placed lines are compared with their plan. */
  const excessOfLines = (paragraph: Element, lines: readonly Element[]): number => {
    const css = getComputedStyle(paragraph)
    const box = boxOf(paragraph)
    const right = box.right - dom.pixels(css.paddingRight)
    const left = box.left + dom.pixels(css.paddingLeft)
    const excesses = lines.map(line => {
      const rect = boxOf(line)
      const excess = css.direction === 'rtl' ? left - rect.left : rect.right - right
      return excess - hangTolerance * rect.width
    })
    return Math.max(0, ...excesses)
  }
  /** Lines that the browser breaks, in headings and captions, reach beyond a box with a very long word. */
  const excessOf = (box: Element): number => {
    const { left, right } = boxOf(box)
    const inside = Array.from(box.querySelectorAll('img, svg, table, math, pre'))
    const excesses = inside
      .filter(element => element.closest('[data-block]') === box)
      .map(boxOf)
      .flatMap(rect => [rect.right - right, left - rect.left])
    const words = box.matches('h1, h2, h3, h4, h5, h6, figure, table')
      ? box.scrollWidth * (1 - hangTolerance) - box.clientWidth
      : 0
    return Math.max(0, words, ...excesses)
  }
  for (const element of dom.blocks().values()) {
    const isText = element.matches('.set, .set-inset')
    const parts = isText ? Array.from(element.querySelectorAll('.line')) : [element]
    blocks.push({
      id: Number(element.getAttribute('data-block')),
      text: isText ? parts.map(plainText).join('') : '',
      boxes: parts.map(part => {
        const { left, right, middle } = boxOf(part)
        return [left, right, middle] as const
      }),
      excess: element.matches('.set')
        ? 0
        : element.matches('.set-inset')
          ? excessOfLines(element, parts)
          : excessOf(element),
    })
  }
  const strays = dom.textsIn(document.body).flatMap(({ data, parentElement: holder }) => {
    if (!holder || data.trim() === '') return []
    const isOwned = holder.closest('[data-block], .item, [aria-hidden=true]') !== null
    return !isOwned && holder.getClientRects().length > 0 ? [data.trim()] : []
  })
  return { blocks, strays }
}
