/** Links whose address no browser can go to, `https://doi.org10.1000/x`, are their text: such a link leads nowhere. */
import type { ElementContent } from 'hast'
import { rewrite } from './rewrite.ts'

export function withWebLinks(content: readonly ElementContent[]): ElementContent[] {
  return rewrite(content, element => {
    const { href } = element.properties
    const isWeb = element.tagName === 'a' && typeof href === 'string' && /^https?:/i.test(href)
    return isWeb && !URL.canParse(href) ? element.children : [element]
  })
}
