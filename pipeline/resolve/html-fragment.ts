/**
 * HTML and MathML that the CSL engine and the formula reader give as text → hast. The only place where
 * text becomes markup in this stage; author text never comes here.
 */
import type { ElementContent } from 'hast'
import { fromHtml } from 'hast-util-from-html'

export function htmlFragment(html: string): ElementContent[] {
  return fromHtml(html, { fragment: true }).children.filter(
    (node): node is ElementContent => node.type !== 'doctype',
  )
}
