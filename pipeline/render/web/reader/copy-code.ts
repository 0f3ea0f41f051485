/** Adds a button to each block of code that copies it as it was written. */
import type { Reader } from './reader.ts'

/**
 * Adds the buttons that copy code. The function is sent to the reader's browser as text, so it uses only its
 * arguments.
 */
export function copyCode({ words, copyButton }: Reader): void {
  for (const code of document.querySelectorAll('pre > code')) {
    const range = document.createRange()
    range.selectNodeContents(code)
    const pre = code.parentElement
    // The button is outside of the box, which may scroll.
    const box = document.createElement('div')
    box.className = 'code-box'
    pre?.replaceWith(box)
    if (pre) box.append(pre, ...copyButton(words, range, () => code.textContent.replace(/\n$/, '')))
  }
}
