/** A visible mark in place of the output of a code cell, as Offprint runs no code. */
import { h } from 'hastscript'
import type { Handler } from 'mdast-util-to-hast'
import type { NotRun } from '../../model/mdast.ts'

export const notRun: Handler = (state, node: NotRun) => {
  const mark = h('mark', { className: ['problem'] }, `Code not run: ${node.language}, ${node.label}`)
  const element = h('p', { className: ['not-run'] }, mark)
  state.patch(node, element)
  return element
}
