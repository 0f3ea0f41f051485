/**
 * Arrows and hats that are to be as wide as what they stand over: Temml writes them with characters that STIX
 * Two Math cannot draw wider. These it can, or has a longer one of.
 */
import type { Element, ElementContent } from 'hast'

/** Over a formula: combining marks, whose widths the font has. */
const over: Readonly<Record<string, string>> = { '→': '\u20D7', ˆ: '\u0302' }
/** Under a label. */
const under: Readonly<Record<string, string>> = { '→': '⟶' }

export function stretchMarks(element: Element): Element {
  const isScript = /^m(?:over|under|underover)$/.test(element.tagName)
  const children = element.children.map((child, index): ElementContent => {
    if (child.type !== 'element') return child
    if (isScript && child.tagName === 'mo' && child.properties.stretchy === 'true') {
      return withCharacter(child, index === 0 ? under : over)
    }
    return stretchMarks(child)
  })
  return { ...element, children }
}

function withCharacter(mark: Element, characters: Readonly<Record<string, string>>): Element {
  const children = mark.children.map(child =>
    child.type === 'text' ? { ...child, value: characters[child.value] ?? child.value } : child,
  )
  return { ...mark, children }
}
