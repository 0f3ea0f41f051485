/** A hand in the browser: measures the widths of strings, shaped as the page shapes them. */
import type { Dom } from './dom.ts'

/**
 * Measures strings. `styles`: the faces, as in `Galley.styles`; `strings`: the strings in each of these
 * faces. Returns their advance widths in CSS px, in the same order.
 *
 * A canvas measures quickly but knows only the `font` shorthand. Strings whose glyphs another declaration
 * changes, such as old-style figures, are measured in the document.
 */
export function measureText(
  _dom: Dom,
  styles: readonly string[],
  strings: readonly (readonly string[])[],
): number[][] {
  const context = new OffscreenCanvas(1, 1).getContext('2d')
  if (!context) throw new Error('This browser has no canvas to measure text on.')

  /** Widths of strings in the document, in this style. */
  const inDocument = (style: string, list: readonly string[]): number[] => {
    const holder = document.createElement('div')
    holder.style.cssText =
      `position:absolute;visibility:hidden;white-space:pre;letter-spacing:0;word-spacing:0;font:${style};` +
      'font-kerning:normal;text-rendering:geometricPrecision'
    const spans = list.map(text => {
      const span = document.createElement('span')
      span.style.display = 'inline-block'
      span.textContent = text
      return span
    })
    holder.append(...spans)
    document.body.append(holder)
    const widths = spans.map(span => span.getBoundingClientRect().width)
    holder.remove()
    return widths
  }
  /** Whether a style that only asks for other figures changes their widths. */
  const changesFigures = (style: string, font: string): boolean => {
    const figures = Array.from('0123456789')
    const plain = inDocument(font, figures)
    return inDocument(style, figures).some((width, index) => Math.abs(width - (plain[index] ?? 0)) > 0.01)
  }

  return strings.map((list, index) => {
    const style = styles[index] ?? ''
    const [font = '', ...features] = style.split(';')
    context.font = font
    context.fontKerning = 'normal'
    context.textRendering = 'geometricPrecision'
    const isNumeric = features.every(feature => feature.startsWith('font-variant-numeric'))
    const isPlain = features.length === 0 || (isNumeric && !changesFigures(style, font))
    const isShaped = (text: string) => !isPlain && (!isNumeric || /\d/.test(text))
    const shaped = list.filter(isShaped)
    const widths = new Map(inDocument(style, shaped).map((width, at) => [shaped[at] ?? '', width]))
    return list.map(text => widths.get(text) ?? context.measureText(text).width)
  })
}
