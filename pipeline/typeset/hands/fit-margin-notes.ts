/**
 * A hand in the browser: leaves notes of the margin in the text if they are higher than the column in the
 * margin. Returns their `data-source`.
 */
import type { Dom } from './dom.ts'

export function fitMarginNotes(dom: Dom, columnHeight: number): (number | undefined)[] {
  const high = dom
    .all('[data-place=margin]')
    .filter(note => note.getBoundingClientRect().height > columnHeight)
  for (const note of high) note.removeAttribute('data-place')
  return high.map(note => dom.sourceOf(note))
}
