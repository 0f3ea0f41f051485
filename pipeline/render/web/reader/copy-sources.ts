/**
 * Copying: a formula in what the reader selects is copied as the TeX that it was written in, and "How to cite" has a
 * button of its own.
 */

interface Words {
  readonly copy: string
  readonly copied: string
}

/** Runs in the reader's browser, on its own: it may use nothing from outside. */
export function copySources(words: Words): void {
  document.addEventListener('copy', event => {
    const selection = getSelection()
    if (!selection || selection.rangeCount === 0 || !event.clipboardData) return
    const content = selection.getRangeAt(0).cloneContents()
    const formulas = content.querySelectorAll('math')
    if (formulas.length === 0) return
    for (const formula of formulas) {
      const tex = formula.querySelector('annotation')?.textContent ?? formula.getAttribute('alttext') ?? ''
      const isDisplay = formula.getAttribute('display') === 'block'
      formula.replaceWith(isDisplay ? `\n$$${tex}$$\n` : `$${tex}$`)
    }
    event.clipboardData.setData('text/plain', content.textContent)
    event.preventDefault()
  })

  for (const paragraph of document.querySelectorAll('.how-to-cite')) {
    const label = paragraph.querySelector('.label')?.textContent ?? ''
    const text = paragraph.textContent.slice(label.length).trim()
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'copy'
    button.textContent = words.copy
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(text)
      button.textContent = words.copied
      setTimeout(() => {
        button.textContent = words.copy
      }, 2000)
    })
    paragraph.append(' ', button)
  }
}
