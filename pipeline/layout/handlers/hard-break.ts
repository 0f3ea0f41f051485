/** A hard line break: `<br>` and nothing else. Any white space after it would indent the next line. */
import { h } from 'hastscript'
import type { Break } from 'mdast'
import type { Handler } from 'mdast-util-to-hast'

export const hardBreak: Handler = (state, node: Break) => {
  const element = h('br')
  state.patch(node, element)
  return element
}
