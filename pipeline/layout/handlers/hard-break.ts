/** A hard end of a line: nothing but `<br>`, as white space after it would move the next line to the right. */
import { h } from 'hastscript'
import type { Break } from 'mdast'
import type { Handler } from 'mdast-util-to-hast'

export const hardBreak: Handler = (state, node: Break) => {
  const element = h('br')
  state.patch(node, element)
  return element
}
