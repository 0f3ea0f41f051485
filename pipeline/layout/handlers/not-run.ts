/** The place of what a code cell would show: a visible mark, as for an image that is missing. */
import { h } from 'hastscript'
import type { Handler } from 'mdast-util-to-hast'
import type { NotRun } from '../../model/mdast.ts'

export const notRun: Handler = (state, node: NotRun) => {
  const mark = h('mark', { className: ['problem'] }, `Code not run: ${node.language}, ${node.label}`)
  const element = h('p', { className: ['not-run'] }, mark)
  state.patch(node, element)
  return element
}
