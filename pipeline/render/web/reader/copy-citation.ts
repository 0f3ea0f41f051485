/** Adds buttons that copy "How to cite" and the files of the citation. */
import type { Reader } from './reader.ts'

/**
 * Adds the buttons that copy the citation. The function is sent to the reader's browser as text, so it uses
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
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.citation-files a')) {
    const box = document.createElement('span')
    box.className = 'citation-file'
    link.replaceWith(box)
    box.append(link)
    const file = document.createRange()
    file.selectNodeContents(link)
    const written = () => decodeURIComponent(link.href.slice(link.href.indexOf(',') + 1))
    const [button = '', status = ''] = copyButton(words, file, written)
    box.append(button, status)
    if (button instanceof HTMLElement) button.ariaLabel = `${words.copy}: ${link.textContent}`
  }
}
