/**
 * Replaces links with an invalid web address, such as `https://doi.org10.1000/x`, by their text, as no
 * browser can follow them.
 */
import type { ElementContent } from 'hast'
import { rewrite } from './rewrite.ts'

export function withWebLinks(content: readonly ElementContent[]): ElementContent[] {
  return rewrite(content, element => {
    const { href } = element.properties
    const isWeb = element.tagName === 'a' && typeof href === 'string' && /^https?:/i.test(href)
    return isWeb && !URL.canParse(href) ? element.children : [element]
  })
}
