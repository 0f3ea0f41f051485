/**
 * Citations that the author raised by hand, `^[@a]^`, `<sup>[@a]</sup>`: the journal's style decides whether
 * citations are raised, so the superscript around them is removed.
 */
import type { Nodes, Root } from 'mdast'
import { SKIP, visit } from '../../model/visit.ts'

/** Removes superscripts with nothing but citations in them, in place. */
export function unwrapRaisedCitations(tree: Root): void {
  visit(tree, 'superscript', (node, index, parent) => {
    if (!parent || index === undefined) return undefined
    const isAlone = node.children.some(isCitation) && node.children.every(isCitationOrSeparator)
    if (!isAlone) return undefined
    parent.children.splice(index, 1, ...node.children)
    return [SKIP, index]
  })
}

function isCitation(node: Nodes): boolean {
  return node.type === 'citation' && node.mode === 'parenthetical'
}

function isCitationOrSeparator(node: Nodes): boolean {
  return isCitation(node) || (node.type === 'text' && /^[\s,;–-]*$/.test(node.value))
}
