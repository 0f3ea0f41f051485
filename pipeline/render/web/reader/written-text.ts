/**
 * Content of the page as plain text: lines, cells and paragraphs are separated as on the page, and formulas
 * become their TeX source.
 */

/** Runs in the reader's browser as text: it uses only its arguments. `content` is moved out of its place. */
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
  // Only what is laid out has lines. It is gone before the page is drawn again.
  box.style.position = 'fixed'
  document.body.append(box)
  const text = box.innerText
  box.remove()
  return text
}
