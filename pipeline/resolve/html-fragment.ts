/**
 * HTML from the CSL engine and MathML from the formula reader, as text → hast. In this stage, text becomes
 * markup only here. The author's text never passes through this file.
 */
import type { ElementContent } from 'hast'
import { fromHtml } from 'hast-util-from-html'

export function htmlFragment(html: string): ElementContent[] {
  return fromHtml(html, { fragment: true }).children.filter(
    (node): node is ElementContent => node.type !== 'doctype',
  )
}
