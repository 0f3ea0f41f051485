/**
 * natbib's `\citet{a,b}` and MyST's `` {cite:t}`a,b` ``: a sentence that names several works names each.
 *
 *     \citet{a,b,c}  →  Doe (2001), Roe (2003) and Poe (2005)
 *
 * The words between them are the journal's. Changes the tree in place.
 */
import type { PhrasingContent, Root } from 'mdast'
import { SKIP, visit } from 'unist-util-visit'
import type { Citation, CitationItem, Span } from '../../model/mdast.ts'

export function nameEach(tree: Root, and: string): void {
  visit(tree, 'citation', (node, index, parent) => {
    if (!node.isEachNamed || index === undefined || !parent) return undefined
    const last = node.items.length - 1
    const children = [...(node.children ?? [])]
    const each = node.items.flatMap((item, at): PhrasingContent[] => [
      ...(at === 0 ? [] : [{ type: 'text' as const, value: at === last ? ` ${and} ` : ', ' }]),
      alone(node, item, children.splice(0, piecesIn(item))),
    ])
    parent.children.splice(index, 1, ...each)
    return [SKIP, index + each.length]
  })
}

function alone(node: Citation, item: CitationItem, children: Span[]): Citation {
  const made: Citation = {
    type: 'citation',
    mode: node.mode,
    ...(node.form && { form: node.form }),
    items: [item],
    ...(node.isOfRetracted && { isOfRetracted: true }),
    source: node.items.length === 1 ? node.source : `@${item.key}`,
    ...(node.position && { position: node.position }),
  }
  return children.length === 0 ? made : { ...made, children }
}

function piecesIn({ prefix = '', suffix = '' }: CitationItem): number {
  return [...`${prefix}${suffix}`].filter(character => character === '\uFFFC').length
}
