/**
 * A hand in the browser: makes the paragraphs of the document ready to be read. Whitespace collapses, tabs of
 * code become spaces, and what stands between display equations becomes a piece of its own.
 */

/** Runs in the page, on its own. All that is written before anything is measured: a write between two readings lays the page out anew. */
export function prepareParagraphs(): void {
  /** Of a line: an image up to this height may stand in it. */
  const HIGHEST = 1.6
  const number = (value: string): number => Number.parseFloat(value) || 0
  const isInline = (element: Element): boolean =>
    /^(inline|contents|math|ruby)/.test(getComputedStyle(element).display)
  // An image that is higher than a line stands by itself, as a display equation does.
  const high = Array.from(document.querySelectorAll('p img')).filter(image => {
    const line = number(getComputedStyle(image.parentElement ?? image).lineHeight)
    return !image.closest('figure, table') && image.getBoundingClientRect().height > HIGHEST * line
  })
  for (const image of high) {
    const standing = document.createElement('span')
    standing.className = 'standing'
    const outer = image.parentElement?.tagName === 'A' ? image.parentElement : image
    outer.replaceWith(standing)
    standing.append(outer)
  }
  const strip = document.querySelector('.strip')
  if (!strip) throw new Error('There is no strip of sheets.')
  // Nothing beside it: a style sheet whose text is touched has its faces read anew, and late for what is laid out next.
  const texts = document.createTreeWalker(strip, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) {
    const text = texts.currentNode
    if (!(text instanceof Text) || !/[\t\r\n]| {2}/.test(text.data) || text.parentElement?.closest('pre'))
      continue
    text.data = text.data.replace(/[ \t\r\n]+/g, ' ')
  }
  for (const pre of Array.from(document.querySelectorAll('pre'))) {
    const inside = document.createTreeWalker(pre, NodeFilter.SHOW_TEXT)
    while (inside.nextNode()) {
      const text = inside.currentNode
      if (text instanceof Text && text.data.includes('\t')) text.data = text.data.replaceAll('\t', '    ')
    }
  }
  const isEmpty = (node: Node) => !(node instanceof Element) && (node.textContent ?? '').trim() === ''
  const parents = new Set(
    Array.from(document.querySelectorAll('.equation, .standing'), one => one.parentElement),
  )
  for (const parent of parents) {
    if (parent?.tagName !== 'P') continue
    let piece: Element | undefined
    for (const node of Array.from(parent.childNodes)) {
      if (node instanceof Element && !isInline(node)) piece = undefined
      else if (!piece && isEmpty(node)) node.remove()
      else {
        if (!piece) {
          piece = document.createElement('span')
          piece.className = 'piece'
          parent.insertBefore(piece, node)
        }
        piece.append(node)
      }
    }
  }
}
