/**
 * A paragraph. The author's wish for a longer or shorter setting becomes `data-looseness`, for the line
 * breaker.
 */
import { h } from 'hastscript'
import type { Paragraph } from 'mdast'
import type { Handler } from 'mdast-util-to-hast'

export const paragraph: Handler = (state, node: Paragraph) => {
  const looseness = node.data?.nudges?.looseness
  const element = h(
    'p',
    { ...(looseness !== undefined && { dataLooseness: String(looseness) }) },
    state.all(node),
  )
  state.patch(node, element)
  return element
}
