/** A hand in the browser: reads back what was placed, so that it can be held against the plan. */

export interface ReadBlock {
  readonly id: number
  /** The text of its lines, one after the other. */
  readonly text: string
  /** Left, right and middle of each line; of the box where it has no lines. In CSS px. */
  readonly boxes: readonly (readonly [left: number, right: number, middle: number])[]
}

/** Runs in the page, on its own: it may use nothing from outside. */
export function readSheets(): ReadBlock[] {
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
  return blocks
}
