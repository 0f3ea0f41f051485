/** Raw HTML is author text like any other: shown, never run. */
import type { Text } from 'hast'
import type { Html } from 'mdast'
import type { Handler } from 'mdast-util-to-hast'

export const html: Handler = (state, node: Html) => {
  const text: Text = { type: 'text', value: node.value }
  state.patch(node, text)
  return text
}
