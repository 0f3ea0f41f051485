/**
 * A hand in the browser: prepares paragraphs for reading. Whitespace collapses and tabs of code become
 * spaces. The text between two display equations of a paragraph is wrapped in `<span class="piece">`, and an
 * image that is much higher than a line in `<span class="standing">`. At the foot of the first column,
 * affiliations and notes about authors that CSS sets as blocks become paragraphs, and paragraphs and headings
 * that it sets inline, such as a label and an address, become one paragraph.
 */
import type { Dom } from './dom.ts'

/**
 * Prepares all paragraphs of the galley. Measures the images first and only writes after that: reading after
 * a write lays the page out again.
 */
export function prepareParagraphs(dom: Dom): void {
  /** The greatest height of an image that stays in its line, in line heights. */
  const highestInLine = 1.6
  /** The number of letters of a word that a line of the side has room for. */
  const longestWhole = 15
  const isEmpty = (node: Node) => !(node instanceof Element) && (node.textContent ?? '').trim() === ''
  const isEmptyBetween = (first: Node, last: Node): boolean => {
    for (let node = first.nextSibling; node && node !== last; node = node.nextSibling) {
      if (!isEmpty(node)) return false
    }
    return true
  }
  const partsOf = (paragraph: Element): HTMLElement[] =>
    Array.from(paragraph.children)
      .filter(part => part instanceof HTMLElement)
      .filter(part => getComputedStyle(part).display === 'block')
  const divided = dom
    .all('[data-note^="foot "] > p')
    .map(paragraph => ({ paragraph, parts: partsOf(paragraph) }))
    .filter(({ paragraph, parts }) => parts.length > 0 && parts.length === paragraph.children.length)
    .map(found => ({
      ...found,
      looks: found.parts.map(part => {
        const { fontSize, lineHeight } = getComputedStyle(part)
        return { fontSize, lineHeight }
      }),
    }))
  const isInlineParagraph = (element: Element | null) =>
    element !== null && /^(P|H[1-6])$/.test(element.tagName) && dom.isInline(element)
  const joined = dom
    .all('[data-note^="foot "] :is(p, h1, h2, h3, h4, h5, h6) + p')
    .filter(paragraph => [paragraph, paragraph.previousElementSibling].every(isInlineParagraph))
  const high = dom.all('p img').filter(image => {
    const line = dom.pixels(getComputedStyle(image.parentElement ?? image).lineHeight)
    return !image.closest('figure, table') && image.getBoundingClientRect().height > highestInLine * line
  })
  // The text between the parts is white space, or a comma of size 0.
  for (const { paragraph, parts, looks } of divided) {
    for (const [index, part] of parts.entries()) {
      const own = paragraph.cloneNode()
      if (own instanceof HTMLElement) Object.assign(own.style, looks[index])
      part.style.display = 'inline'
      own.appendChild(part)
      paragraph.before(own)
    }
    paragraph.remove()
  }
  for (const paragraph of joined) {
    const before = paragraph.previousElementSibling
    if (!before) continue
    const start = document.createElement('span')
    if (before.className !== '') start.className = before.className
    const level = /^H(\d)$/.exec(before.tagName)?.[1]
    if (level !== undefined) {
      start.setAttribute('role', 'heading')
      start.setAttribute('aria-level', level)
    }
    start.append(...Array.from(before.childNodes))
    paragraph.prepend(start, ' ')
    if (paragraph instanceof HTMLElement) paragraph.style.display = 'block'
    before.remove()
  }
  // An image that is too high for its line is set like a display equation, with the images beside it.
  for (const image of high) {
    const outer = image.parentElement?.tagName === 'A' ? image.parentElement : image
    const before = outer.previousElementSibling
    if (before?.matches('.standing') && isEmptyBetween(before, outer)) {
      before.append(outer)
      continue
    }
    const standing = document.createElement('span')
    standing.className = 'standing'
    outer.replaceWith(standing)
    standing.append(outer)
  }
  // Only texts of the strip are changed: if the text of a style sheet changes, Chromium loads the fonts of
  // the sheet again, too late for the next layout.
  for (const text of dom.textsIn(dom.strip())) {
    if (!/[\t\r\n]| {2}/.test(text.data) || text.parentElement?.closest('pre')) continue
    text.data = text.data.replace(/[ \t\r\n]+/g, ' ')
  }
  // Captions and title blocks that are ragged or centred have room for whole words.
  for (const text of dom.all('figcaption, header[data-span=page]').flatMap(box => dom.textsIn(box))) {
    if (!text.data.includes('\u00AD') || !text.parentElement) continue
    if (getComputedStyle(text.parentElement).textAlign === 'justify') continue
    text.data = text.data.replaceAll('\u00AD', '')
  }
  // The browser breaks the lines of the side at the first hyphen that fits, so that only long words have any.
  for (const text of dom.all('[data-place=side]').flatMap(box => dom.textsIn(box))) {
    if (!text.data.includes('\u00AD') || !text.parentElement) continue
    if (getComputedStyle(text.parentElement).textAlign === 'justify') continue
    text.data = text.data.replace(/[\p{L}\u00AD]+/gu, word => {
      const whole = word.replaceAll('\u00AD', '')
      return whole.length > longestWhole ? word : whole
    })
  }
  for (const pre of dom.all('pre')) {
    for (const text of dom.textsIn(pre)) {
      if (text.data.includes('\t')) text.data = text.data.replaceAll('\t', '    ')
    }
  }
  const parents = new Set(dom.all('.equation, .standing').map(box => box.parentElement))
  for (const parent of parents) {
    if (parent?.tagName !== 'P') continue
    let piece: Element | undefined
    for (const node of Array.from(parent.childNodes)) {
      if (node instanceof Element && !dom.isInline(node)) piece = undefined
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
