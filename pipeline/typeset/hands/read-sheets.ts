/** A hand in the browser: reads back what was placed, so that it can be held against the plan. */

export interface ReadBlock {
  readonly id: number
  /** The text of its lines, one after the other. */
  readonly text: string
  /** Left, right and middle of each line; of the box where it has no lines. In CSS px. */
  readonly boxes: readonly (readonly [left: number, right: number, middle: number])[]
}

export interface ReadSheets {
  readonly blocks: readonly ReadBlock[]
  /** Words that show and belong to no block. */
  readonly strays: readonly string[]
}

/** Runs in the page, on its own: it may use nothing from outside. */
export function readSheets(): ReadSheets {
  const blocks: ReadBlock[] = []
  /** Without what stands inside atoms. */
  const wordsOf = (node: Node): string =>
    node instanceof Element && /^(math|svg)$/i.test(node.tagName)
      ? ''
      : node instanceof Text
        ? node.data
        : Array.from(node.childNodes, wordsOf).join('')
  for (const element of Array.from(document.querySelectorAll('[data-block]'))) {
    const id = Number(element.getAttribute('data-block'))
    const isText = element.matches('.set, .set-inset')
    const parts = isText ? Array.from(element.querySelectorAll('.line')) : [element]
    blocks.push({
      id,
      text: isText ? parts.map(wordsOf).join('') : '',
      boxes: parts.map(part => {
        const { left, right, top, bottom } = part.getBoundingClientRect()
        return [left, right, (top + bottom) / 2] as const
      }),
    })
  }
  const strays: string[] = []
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) {
    const text = texts.currentNode
    const holder = text.parentElement
    if (!holder || (text.textContent ?? '').trim() === '') continue
    const isOwned = holder.closest('[data-block], .item, [aria-hidden=true]') !== null
    if (!isOwned && holder.getClientRects().length > 0) strays.push((text.textContent ?? '').trim())
  }
  return { blocks, strays }
}
