/** A button that copies a part of the page and announces the copy (WCAG 2.2, 4.1.3). */
import type { ReaderWords } from './reader-words.ts'

/**
 * Returns the button and the place of its announcement. `range`: the part; `written`: its text. If scripts
 * cannot use the clipboard, for example without https, the part is selected and copied with the browser's
 * copy command, and stays selected. The function is sent to the reader's browser as text, so it uses only
 * its arguments.
 */
export function copyButton(words: ReaderWords, range: Range, written: () => string): HTMLElement[] {
  /** Returns whether the part was copied. */
  const copied = async (): Promise<boolean> => {
    try {
      await navigator.clipboard.writeText(written())
      return true
    } catch {
      getSelection()?.removeAllRanges()
      getSelection()?.addRange(range)
      const write = (event: ClipboardEvent) => {
        event.clipboardData?.setData('text/plain', written())
        event.preventDefault()
      }
      addEventListener('copy', write)
      const isCopied = document.execCommand('copy')
      removeEventListener('copy', write)
      return isCopied
    }
  }

  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'copy'
  button.textContent = words.copy
  const status = document.createElement('span')
  status.className = 'visually-hidden'
  status.role = 'status'
  button.addEventListener('click', async () => {
    if (!(await copied())) return
    button.textContent = words.copied
    status.textContent = words.copied
    setTimeout(() => {
      button.textContent = words.copy
      status.textContent = ''
    }, 2000)
  })
  return [button, status]
}
