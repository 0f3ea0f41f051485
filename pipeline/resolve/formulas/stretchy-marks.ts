/**
 * Arrows and hats that should be as wide as the formula under them. Temml writes them with characters that
 * the font STIX Two Math cannot stretch; they are replaced by characters that it can stretch or that are
 * longer.
 */
import type { Element, ElementContent } from 'hast'

/** Marks over a formula → combining marks, which the font has in several widths. */
const over: Readonly<Record<string, string>> = { '→': '\u20D7', ˆ: '\u0302' }
/** Arrows under a label → long arrows. */
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
