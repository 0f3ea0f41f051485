/**
 * Code with its caption: `<figure class="listing">` with the caption before the code. A listing does not
 * float and may be split between pages.
 */
import { h } from 'hastscript'
import type { Handler } from 'mdast-util-to-hast'
import { textNode } from '../../model/hast.ts'
import type { Listing } from '../../model/mdast.ts'
import { fillPattern } from '../../values/pattern.ts'
import { creditLine } from '../credit-line.ts'
import type { Lookup } from '../lookup.ts'

export function listing({ article, journal }: Lookup): Handler {
  return (state, node: Listing) => {
    const id = node.data?.id ?? ''
    const number = article.targets.get(id)?.number || undefined
    const label = fillPattern(journal.manifest.labels.listing.caption, { number })
    const [caption, code] = node.children
    const element = h('figure', { id, className: ['listing'], dataPlacement: 'here' }, [
      h('figcaption', [
        ...(number === undefined ? [] : [h('span', { className: ['label'] }, label), textNode(' ')]),
        ...state.all(caption),
        ...creditLine(node.data?.credit, 'source', journal),
      ]),
      ...[state.one(code, node) ?? []].flat(),
    ])
    state.patch(node, element)
    return element
  }
}
