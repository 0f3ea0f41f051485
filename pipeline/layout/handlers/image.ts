/** An image inside a line of text. The attribute `alt` comes before the label, `![label](a.png)`. */
import type { Image } from 'mdast'
import type { Handler } from 'mdast-util-to-hast'
import type { Lookup } from '../lookup.ts'
import { picture } from '../picture.ts'

export function image({ article }: Lookup): Handler {
  return (state, node: Image) => {
    const alt = node.data?.attributes?.values.alt ?? node.alt ?? ''
    const element = picture({ url: node.url, nudges: node.data?.nudges }, article, alt)
    state.patch(node, element)
    return element
  }
}
