/**
 * Turns content of the page into plain text: lines, cells and paragraphs are separated as on the page, and
 * formulas become their TeX source.
 */

/**
 * The content as plain text. `content` is moved out of its place on the page. The function is sent to the
 * reader's browser as text, so it uses only its arguments.
 */
export function writtenText(content: Node): string {
  const box = document.createElement('div')
  box.append(content)
  for (const formula of box.querySelectorAll('math')) {
    const tex = formula.querySelector('annotation')?.textContent ?? formula.getAttribute('alttext') ?? ''
    const isDisplay = formula.getAttribute('display') === 'block'
    const source = document.createElement('span')
    source.textContent = isDisplay ? `$$${tex}$$` : `$${tex}$`
    source.style.display = isDisplay ? 'block' : 'inline'
    source.style.whiteSpace = 'pre-wrap'
    formula.replaceWith(source)
  }
  // `innerText` separates lines only if the content is laid out, so the box is on the page for a moment. The
  // box is removed before the page is drawn again.
  box.style.position = 'fixed'
  document.body.append(box)
  const text = box.innerText
  box.remove()
  return text
}
