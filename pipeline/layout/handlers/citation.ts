/** A citation in the journal's words: `<span class="citation">`, the links inside. */
import { h } from 'hastscript'
import type { Handler } from 'mdast-util-to-hast'
import type { Citation } from '../../mdast.ts'
import type { Lookup } from '../lookup.ts'

export function citation({ article }: Lookup): Handler {
  return (state, node: Citation) => {
    const id = node.data?.id ?? ''
    const content = article.citations.get(id) ?? [{ type: 'text', value: node.source }]
    const element = h('span', { id, className: ['citation'] }, [...content])
    state.patch(node, element)
    return element
  }
}
