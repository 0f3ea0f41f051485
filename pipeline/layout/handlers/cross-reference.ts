/**
 * A cross-reference: its parts, each a link to its target. If the author asks for page numbers, each link
 * names its target in `data-page-of`. The page maker puts the number there; without pages, the usual text
 * remains.
 */
import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Handler } from 'mdast-util-to-hast'
import { textNode } from '../../model/hast.ts'
import type { CrossReference } from '../../model/mdast.ts'
import type { Lookup } from '../lookup.ts'

export function crossReference({ article }: Lookup): Handler {
  return (state, node: CrossReference) => {
    const parts = article.crossReferences.get(node.data?.id ?? '')
    const content = parts?.map(
      ({ text, id, isUnknown }): ElementContent =>
        isUnknown
          ? h('mark', { className: ['problem'] }, text)
          : id === undefined
            ? textNode(text)
            : h('a', { href: `#${id}`, ...(node.isPage ? pageProperties(id) : textProperties) }, text),
    )
    const isProblem = !parts?.some(part => part.id !== undefined)
    const element = isProblem
      ? h('mark', { className: ['problem'] }, node.source)
      : h('span', { className: ['cross-references'] }, content ?? [])
    state.patch(node, element)
    return element
  }
}

const textProperties = { className: ['cross-reference'] }

function pageProperties(id: string) {
  return { className: ['page-reference'], dataPageOf: id }
}
