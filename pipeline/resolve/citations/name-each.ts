/**
 * natbib's `\citet{a,b}` and MyST's `` {cite:t}`a,b` ``: a sentence that cites several works names the
 * authors of each. The words between them are the journal's.
 *
 *     \citet{a,b,c}  →  Doe (2001), Roe (2003) and Poe (2005)
 */
import type { PhrasingContent, Root } from 'mdast'
import type { Citation, CitationItem, Span } from '../../model/mdast.ts'
import { SKIP, visit } from '../../model/visit.ts'
import { pieceMark } from './inserts.ts'

/** Divides citations of several works, in place. `and`: the journal's word before the last work. */
export function nameEach(tree: Root, and: string): void {
  visit(tree, 'citation', (node, index, parent) => {
    if (!node.isEachNamed || index === undefined || !parent) return undefined
    const last = node.items.length - 1
    const children = [...(node.children ?? [])]
    const each = node.items.flatMap((item, at): PhrasingContent[] => [
      ...(at === 0 ? [] : [{ type: 'text' as const, value: at === last ? ` ${and} ` : ', ' }]),
      citationOfItem(node, item, children.splice(0, piecesIn(item))),
    ])
    parent.children.splice(index, 1, ...each)
    return [SKIP, index + each.length]
  })
}

function citationOfItem(node: Citation, item: CitationItem, children: Span[]): Citation {
  const citation: Citation = {
    type: 'citation',
    mode: node.mode,
    ...(node.form && { form: node.form }),
    items: [item],
    ...(node.isOfRetracted && { isOfRetracted: true }),
    source: node.items.length === 1 ? node.source : `@${item.key}`,
    ...(node.position && { position: node.position }),
  }
  return children.length === 0 ? citation : { ...citation, children }
}

/** How many of the citation's children belong to the words of this item. */
function piecesIn({ prefix = '', suffix = '' }: CitationItem): number {
  return [...`${prefix}${suffix}`].filter(character => character === pieceMark).length
}
