/**
 * A citation in the journal's style: `<span class="citation">` with its links inside. If the author's words
 * around the works contain markup, they are children of the citation node and replace their placeholders
 * (`data-child`) in the formatted text.
 */
import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Handler } from 'mdast-util-to-hast'
import { textNode } from '../../model/hast.ts'
import type { Citation } from '../../model/mdast.ts'
import type { Lookup } from '../lookup.ts'

export function citation({ article }: Lookup): Handler {
  return (state, node: Citation) => {
    const id = node.data?.id ?? ''
    const content = article.citations.get(id) ?? [textNode(node.source)]
    const { children = [] } = node
    const words = children.map(child => state.all(child))
    const element = h('span', { id, className: ['citation'] }, withChildren(content, words))
    state.patch(node, element)
    return element
  }
}

function withChildren(
  content: readonly ElementContent[],
  words: readonly (readonly ElementContent[])[],
): ElementContent[] {
  return content.flatMap((node): readonly ElementContent[] => {
    if (node.type !== 'element') return [node]
    const { dataChild } = node.properties
    if (dataChild !== undefined) return words[Number(dataChild)] ?? []
    return [{ ...node, children: withChildren(node.children, words) }]
  })
}
