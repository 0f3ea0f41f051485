/** An image inside a line of text. */
import type { Image } from 'mdast'
import type { Handler } from 'mdast-util-to-hast'
import type { Lookup } from '../lookup.ts'
import { picture } from '../picture.ts'

export function image({ article }: Lookup): Handler {
  return (state, node: Image) => {
    const element = picture({ url: node.url, nudges: node.data?.nudges }, article, node.alt ?? '')
    state.patch(node, element)
    return element
  }
}
