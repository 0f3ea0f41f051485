/** A hand in the browser: widths of strings in the faces of the galley, shaped as the page shapes them. */

/**
 * Runs in the page, on its own. `strings` by face, in the order of `styles` (CSS `font` shorthands);
 * returns the advance widths in CSS px in the same order.
 */
export function measureText(styles: readonly string[], strings: readonly (readonly string[])[]): number[][] {
  const context = new OffscreenCanvas(1, 1).getContext('2d')
  if (!context) throw new Error('This browser has no canvas to measure text on.')
  return strings.map((list, index) => {
    context.font = styles[index] ?? ''
    context.fontKerning = 'normal'
    context.textRendering = 'geometricPrecision'
    return list.map(text => context.measureText(text).width)
  })
}
