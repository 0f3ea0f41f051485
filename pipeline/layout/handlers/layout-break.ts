/** A forced break: an empty element at which the page maker ends a page or a column. */
import { h } from 'hastscript'
import type { Handler } from 'mdast-util-to-hast'
import type { LayoutBreak } from '../../model/mdast.ts'

export const layoutBreak: Handler = (state, node: LayoutBreak) => {
  const element = h('div', { className: ['layout-break'], dataBreak: node.kind })
  state.patch(node, element)
  return element
}
