/**
 * Heads of columns and rows that every reader of tables finds named: one without content is a plain cell, and formulas
 * in heads bear their TeX as a label, for those who do not read MathML.
 */
import type { ElementContent } from 'hast'
import { rewrite } from './rewrite.ts'

export function withHeadCells(content: readonly ElementContent[]): ElementContent[] {
  return rewrite(content, (element, ancestors) => {
    const { tagName, properties, children } = element
    if (tagName === 'math' && ancestors.some(one => one.tagName === 'th')) {
      return [{ ...element, properties: { ...properties, ariaLabel: String(properties.alttext ?? '') } }]
    }
    const isEmpty = children.every(child => child.type === 'text' && child.value.trim() === '')
    if (tagName !== 'th' || !isEmpty) return [element]
    const { scope: _, ...others } = properties
    return [{ ...element, tagName: 'td', properties: others }]
  })
}
