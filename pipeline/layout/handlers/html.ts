/** Raw HTML is shown as text and never interpreted. */
import type { Html } from 'mdast'
import type { Handler } from 'mdast-util-to-hast'
import { textNode } from '../../model/hast.ts'

export const html: Handler = (state, node: Html) => {
  const text = textNode(node.value)
  state.patch(node, text)
  return text
}
