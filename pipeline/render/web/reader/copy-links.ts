/** The link at a heading copies its address; the browser follows the link, too. */
import type { Reader } from './reader.ts'

/**
 * Copies the address of a heading when its link is followed. The function is sent to the reader's browser as
 * text, so it uses only its arguments.
 */
export function copyLinks({ words }: Reader): void {
  const status = document.createElement('span')
  status.className = 'visually-hidden'
  status.role = 'status'
  document.body.append(status)
  document.addEventListener('click', async ({ target }) => {
    const link = target instanceof Element && target.closest('a.anchor')
    if (!(link instanceof HTMLAnchorElement)) return
    try {
      await navigator.clipboard.writeText(link.href)
    } catch {
      // The address is in the address bar.
      return
    }
    link.classList.add('is-copied')
    status.textContent = words.copied
    setTimeout(() => {
      link.classList.remove('is-copied')
      status.textContent = ''
    }, 2000)
  })
}
