/** A hand in the browser: measures the widths of strings, shaped as the page shapes them. */
import type { Dom } from './dom.ts'

/**
 * Measures strings. `styles`: the faces as CSS `font` shorthands; `strings`: the strings in each of these
 * faces. Returns their advance widths in CSS px, in the same order.
 */
export function measureText(
  _dom: Dom,
  styles: readonly string[],
  strings: readonly (readonly string[])[],
): number[][] {
  const context = new OffscreenCanvas(1, 1).getContext('2d')
  if (!context) throw new Error('This browser has no canvas to measure text on.')
  return strings.map((list, index) => {
    context.font = styles[index] ?? ''
    context.fontKerning = 'normal'
    context.textRendering = 'geometricPrecision'
    return list.map(text => context.measureText(text).width)
  })
}
