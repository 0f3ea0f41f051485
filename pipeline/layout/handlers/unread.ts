/** Source text that could not be interpreted, shown as it is written in the manuscript. */
import { h } from 'hastscript'
import type { Handler } from 'mdast-util-to-hast'
import type { Unread } from '../../model/mdast.ts'

export const unread: Handler = (state, node: Unread) => {
  const code = h('code', { className: ['unread'] }, node.value)
  const element = node.isBlock ? h('pre', { className: ['unread'] }, code) : code
  state.patch(node, element)
  return element
}
