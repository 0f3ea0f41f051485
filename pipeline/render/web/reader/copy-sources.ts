/**
 * Copies formulas in the reader's selection as TeX for plain text and as MathML for formatted text. A
 * selection without formulas is left to the browser.
 */
import type { Reader } from './reader.ts'

/** Runs in the reader's browser as text: it uses only its arguments. */
export function copySources({ writtenText }: Reader): void {
  // What belongs to the page and not to the article.
  const furniture = [
    'script, dialog, [popover], .skip-link, .outline-place, .figure-tools, .copy, .close, .visually-hidden',
    '.orcid, .back-links, .citation-files',
  ].join()

  const elementAt = (node: Node) => (node instanceof Element ? node : node.parentElement)

  /** Half a formula has no source: a range that ends in one takes it whole. */
  const widened = (selected: Range): Range => {
    const range = selected.cloneRange()
    const first = elementAt(range.startContainer)?.closest('math')
    const last = elementAt(range.endContainer)?.closest('math')
    if (first) range.setStartBefore(first)
    if (last) range.setEndAfter(last)
    return range
  }

  /** Of a table or a list, the part that is selected is one, too. */
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
    for (const one of box.querySelectorAll(furniture)) one.remove()
    // Authors are buttons here.
    for (const button of box.querySelectorAll('button')) button.replaceWith(...button.childNodes)
    // What is pasted elsewhere leads to this page, and its formulas are known as such by word processors.
    for (const link of box.querySelectorAll('a')) link.setAttribute('href', link.href)
    for (const formula of box.querySelectorAll('math'))
      formula.setAttribute('xmlns', 'http://www.w3.org/1998/Math/MathML')
    event.clipboardData.setData('text/html', box.innerHTML)
    event.clipboardData.setData('text/plain', writtenText(box))
    event.preventDefault()
  })
}
