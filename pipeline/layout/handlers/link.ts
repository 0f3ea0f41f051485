/** A link. A link without an address becomes plain text in a `<span>`. */
import { h } from 'hastscript'
import type { Link } from 'mdast'
import { defaultHandlers, type Handler } from 'mdast-util-to-hast'

export const link: Handler = (state, node: Link) => {
  if (node.url !== '') return defaultHandlers.link(state, node)
  const element = h('span', state.all(node))
  state.patch(node, element)
  return element
}
