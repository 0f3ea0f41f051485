/**
 * A sentence that ends with a citation whose words end with a full stop needs no second one:
 *
 *     shown by Doe et al..  →  shown by Doe et al.
 *     Doe et al.⁷.          →  Doe et al.⁷
 */
import { toString as textOf } from 'hast-util-to-string'
import type { Nodes, Root } from 'mdast'
import type { Article } from '../../model/article.ts'
import { visit } from '../../model/visit.ts'

/** Removes the second stops from the text after citations, in place. Must run after marks are placed. */
export function dropDoubledStops(tree: Root, citations: Article['citations']): void {
  visit(tree, 'citation', (node, index, parent) => {
    if (!parent || index === undefined) return
    const content = citations.get(node.data?.id ?? '') ?? []
    if (!/\.\s*$/.test(textOf({ type: 'root', children: [...content] }))) return
    const after: readonly Nodes[] = parent.children.slice(index + 1)
    const next = after.find(({ type }) => type !== 'note')
    if (next?.type === 'text') next.value = next.value.replace(/^\.(?!\.)/, '')
  })
}
