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

  /** Widths of strings in the document, each in its style. They are all laid out together. */
  const inDocument = (entries: readonly { readonly style: string; readonly text: string }[]): number[] => {
    if (entries.length === 0) return []
    const holder = document.createElement('div')
    holder.style.cssText = 'position:absolute;visibility:hidden;white-space:pre;contain:layout'
    const spans = entries.map(({ style, text }) => {
      const span = document.createElement('span')
      span.style.cssText =
        `font:${style};display:inline-block;letter-spacing:0;word-spacing:0;` +
        'font-kerning:normal;text-rendering:geometricPrecision'
      span.textContent = text
      return span
    })
    holder.append(...spans)
    document.body.append(holder)
    const widths = spans.map(span => span.getBoundingClientRect().width)
    holder.remove()
    return widths
  }

  const faces = styles.map(style => {
    const [font = '', ...features] = style.split(';')
    const isNumeric = features.every(feature => feature.startsWith('font-variant-numeric'))
    return { style, font, isFeatured: features.length > 0, isNumeric }
  })
  // Most faces have only one kind of figures, whatever the style asks for.
  const probed = faces.filter(({ isFeatured, isNumeric }) => isFeatured && isNumeric)
  const figures = Array.from('0123456789')
  const probes = inDocument(
    probed.flatMap(({ style, font }) =>
      figures.flatMap(text => [
        { style, text },
        { style: font, text },
      ]),
    ),
  )
  const changed = new Set(
    probed.flatMap(({ style }, index) => {
      const first = index * figures.length * 2
      const isChanged = figures.some((_, at) => {
        const [shown = 0, plain = 0] = probes.slice(first + 2 * at)
        return Math.abs(shown - plain) > 0.01
      })
      return isChanged ? [style] : []
    }),
  )
  const isShaped = (index: number, text: string): boolean => {
    const { style, isFeatured, isNumeric } = faces[index] ?? {}
    if (!isFeatured || style === undefined) return false
    return isNumeric ? changed.has(style) && /\d/.test(text) : true
  }
  const shaped = strings.flatMap((list, index) =>
    list.filter(text => isShaped(index, text)).map(text => ({ style: styles[index] ?? '', text })),
  )
  const widths = inDocument(shaped)[Symbol.iterator]()
  return strings.map((list, index) => {
    context.font = faces[index]?.font ?? ''
    context.fontKerning = 'normal'
    context.textRendering = 'geometricPrecision'
    return list.map(text =>
      isShaped(index, text) ? (widths.next().value ?? 0) : context.measureText(text).width,
    )
  })
}
