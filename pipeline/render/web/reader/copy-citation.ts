/** Adds a button to "How to cite" that copies the citation. */
import type { Reader } from './reader.ts'

/**
 * Adds a button that copies the citation. The function is sent to the reader's browser as text, so it uses
 * only its arguments.
 */
export function copyCitation({ words, writtenText, copyButton }: Reader): void {
  for (const paragraph of document.querySelectorAll('.how-to-cite')) {
    const citation = document.createRange()
    citation.selectNodeContents(paragraph)
    const label = paragraph.querySelector('.label')
    if (label) citation.setStartAfter(label)
    const written = () => writtenText(citation.cloneContents()).trim()
    paragraph.append(' ', ...copyButton(words, citation, written))
  }
}
