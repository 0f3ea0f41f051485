/**
 * Copies formulas in the reader's selection as TeX for plain text and as MathML for formatted text. A
 * selection without formulas is left to the browser.
 */
import type { Reader } from './reader.ts'

/**
 * Replaces what the browser copies if the selection contains formulas. The function is sent to the reader's
 * browser as text, so it uses only its arguments.
 */
export function copySources({ writtenText }: Reader): void {
  // Elements that belong to the page and not to the article.
  const furniture = [
    'script, dialog, [popover], .skip-link, .outline-place, .figure-tools, .copy, .close, .visually-hidden',
    '.orcid, .back-links, .citation-files, .anchor',
  ].join()

  const elementAt = (node: Node) => (node instanceof Element ? node : node.parentElement)

  /** Widens a range that begins or ends inside a formula, because a part of a formula has no source. */
  const widened = (selected: Range): Range => {
    const range = selected.cloneRange()
    const first = elementAt(range.startContainer)?.closest('math')
    const last = elementAt(range.endContainer)?.closest('math')
    if (first) range.setStartBefore(first)
    if (last) range.setEndAfter(last)
    return range
  }

  /** The content of a range. A part of a table or a list is put into copies of the elements around it. */
  const contentOf = (range: Range): Node => {
    const parts = 'table, thead, tbody, tfoot, tr, ul, ol, dl'
    let content: Node = range.cloneContents()
    let around = elementAt(range.commonAncestorContainer)
    while (around?.matches(parts)) {
      const copy = around.cloneNode(false)
      copy.appendChild(content)
      content = copy
      around = around.parentElement
    }
    return content
  }

  document.addEventListener('copy', event => {
    const selection = getSelection()
    if (!selection || !event.clipboardData) return
    const ranges = Array.from({ length: selection.rangeCount }, (_, index) => selection.getRangeAt(index))
    const box = document.createElement('div')
    box.append(...ranges.map(range => contentOf(widened(range))))
    if (!box.querySelector('math')) return
    for (const element of box.querySelectorAll(furniture)) element.remove()
    // The names of authors are buttons on the page, so the buttons are replaced by their content.
    for (const button of box.querySelectorAll('button')) button.replaceWith(...button.childNodes)
    // Full addresses lead back to this page from where the text is pasted. Word processors recognize formulas
    // by their namespace.
    for (const link of box.querySelectorAll('a')) link.setAttribute('href', link.href)
    for (const formula of box.querySelectorAll('math'))
      formula.setAttribute('xmlns', 'http://www.w3.org/1998/Math/MathML')
    event.clipboardData.setData('text/html', box.innerHTML)
    event.clipboardData.setData('text/plain', writtenText(box))
    event.preventDefault()
  })
}
