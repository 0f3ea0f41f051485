/**
 * Adds the TeX source to each formula as an annotation (MathML 3, 5.2.1):
 *   <math alttext="x^2"> …
 *   → <math> <semantics> <mrow> … </mrow> <annotation encoding="application/x-tex">x^2
 */
import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import { rewrite } from './rewrite.ts'

export function withTexSources(content: readonly ElementContent[]): ElementContent[] {
  return rewrite(content, element => {
    const tex = element.tagName === 'math' ? element.properties.alttext : undefined
    if (typeof tex !== 'string') return [element]
    const [only, ...others] = element.children
    // `<semantics>` shows only its first child.
    const shown = only && others.length === 0 ? only : h('mrow', element.children)
    const annotation = h('annotation', { encoding: 'application/x-tex' }, tex)
    return [{ ...element, children: [h('semantics', [shown, annotation])] }]
  })
}
