/**
 * A cross-reference: its parts, each a link to its target. Where it asks for the page, each says of which
 * target; whoever makes pages puts their numbers there, and without pages the usual text stands.
 */
import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Handler } from 'mdast-util-to-hast'
import type { CrossReference } from '../../model/mdast.ts'
import type { Lookup } from '../lookup.ts'

export function crossReference({ article }: Lookup): Handler {
  return (state, node: CrossReference) => {
    const parts = article.crossReferences.get(node.data?.id ?? '')
    const content = parts?.map(
      ({ text, id }): ElementContent =>
        id === undefined
          ? { type: 'text', value: text }
          : h('a', { href: `#${id}`, ...(node.isPage ? pageOf(id) : plain) }, text),
    )
    const isProblem = !parts?.some(part => part.id !== undefined)
    const element = isProblem
      ? h('mark', { className: ['problem'] }, node.source)
      : h('span', { className: ['cross-references'] }, content ?? [])
    state.patch(node, element)
    return element
  }
}

const plain = { className: ['cross-reference'] }

function pageOf(id: string) {
  return { className: ['page-reference'], dataPageOf: id }
}
