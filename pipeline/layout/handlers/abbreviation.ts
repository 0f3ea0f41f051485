/** An abbreviation: `<abbr>` with its meaning as `title`. */
import { h } from 'hastscript'
import type { Handler } from 'mdast-util-to-hast'
import type { Abbreviation } from '../../model/mdast.ts'

export const abbreviation: Handler = (state, node: Abbreviation) => {
  const element = h('abbr', { title: node.title }, state.all(node))
  state.patch(node, element)
  return element
}
