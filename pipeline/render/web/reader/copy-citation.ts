/** Adds a button to "How to cite" that copies the citation and announces the copy (WCAG 2.2, 4.1.3). */
import type { Reader } from './reader.ts'

/**
 * Adds a button that copies the citation. The function is sent to the reader's browser as text, so it uses
 * only its arguments.
 */
export function copyCitation({ words, writtenText }: Reader): void {
  /**
   * Returns whether the citation was copied. If scripts cannot use the clipboard, for example without https,
   * the citation is selected and copied with the browser's copy command, and stays selected.
   */
  const copied = async (citation: Range): Promise<boolean> => {
    try {
      await navigator.clipboard.writeText(writtenText(citation.cloneContents()).trim())
      return true
    } catch {
      getSelection()?.removeAllRanges()
      getSelection()?.addRange(citation)
      return document.execCommand('copy')
    }
  }

  for (const paragraph of document.querySelectorAll('.how-to-cite')) {
    const citation = document.createRange()
    citation.selectNodeContents(paragraph)
    const label = paragraph.querySelector('.label')
    if (label) citation.setStartAfter(label)
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'copy'
    button.textContent = words.copy
    const status = document.createElement('span')
    status.className = 'visually-hidden'
    status.role = 'status'
    button.addEventListener('click', async () => {
      if (!(await copied(citation))) return
      button.textContent = words.copied
      status.textContent = words.copied
      setTimeout(() => {
        button.textContent = words.copy
        status.textContent = ''
      }, 2000)
    })
    paragraph.append(' ', button, status)
  }
}
