/**
 * A hand in the browser: leaves the side of the first page in the text if it has no room beside the text
 * below the title block. `firstHeight`: the height of the text area of the first page.
 */
import type { Dom } from './dom.ts'

export function fitSide(dom: Dom, firstHeight: number): void {
  const heightOf = (elements: readonly Element[]) =>
    elements.reduce((sum, element) => sum + element.getBoundingClientRect().height, 0)
  const sides = dom.all('[data-place=side]').filter(element => element instanceof HTMLElement)
  const titleBlock = dom.all('header:is([data-span=page], [data-span=full])')
  if (heightOf([...sides, ...titleBlock]) <= firstHeight) return
  for (const { style } of sides) {
    style.position = 'static'
    style.width = 'var(--column-width)'
  }
}
