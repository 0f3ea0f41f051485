/**
 * Gives every head cell of a table a name for assistive technology. A head without content becomes a plain
 * cell. Formulas in heads get their TeX as a label, as some screen readers do not read MathML.
 */
import type { ElementContent } from 'hast'
import { rewrite } from './rewrite.ts'

export function withHeadCells(content: readonly ElementContent[]): ElementContent[] {
  return rewrite(content, (element, ancestors) => {
    const { tagName, properties, children } = element
    if (tagName === 'math' && ancestors.some(ancestor => ancestor.tagName === 'th')) {
      return [{ ...element, properties: { ...properties, ariaLabel: String(properties.alttext ?? '') } }]
    }
    const isEmpty = children.every(child => child.type === 'text' && child.value.trim() === '')
    if (tagName !== 'th' || !isEmpty) return [element]
    const { scope: _, ...others } = properties
    return [{ ...element, tagName: 'td', properties: others }]
  })
}
