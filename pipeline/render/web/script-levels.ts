/**
 * Moves the script level of a formula's part to the element where MathML Core allows it (MathML 3, 3.3.4):
 *   <mi scriptlevel="2">x</mi> → <mstyle scriptlevel="2"> <mi>x</mi> </mstyle>
 */
import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import { rewrite } from './rewrite.ts'

export function withScriptLevels(content: readonly ElementContent[]): ElementContent[] {
  return rewrite(content, element => {
    const { scriptlevel, ...others } = element.properties
    if (scriptlevel === undefined || element.tagName === 'mstyle') return [element]
    return [h('mstyle', { scriptlevel }, [{ ...element, properties: others }])]
  })
}
