/**
 * Where the manuscript says that the reference list goes, as pandoc reads it: a `::: {#refs}` block, or a
 * heading at the very end with nothing under it. The journal's template has a place of its own for the
 * list, so block and heading are taken out of the text.
 */
import type { RootContent } from 'mdast'

/** Nodes that no reader sees under a heading. */
const unseen: ReadonlySet<string> = new Set(['footnoteDefinition', 'definition', 'layoutBreak'])

export function takeReferenceSection(body: RootContent[]): void {
  if (!body.some(hasCitation)) return
  const at = body.findIndex(isReferenceDiv)
  if (at >= 0) {
    const isHeaded = body[at - 1]?.type === 'heading'
    body.splice(isHeaded ? at - 1 : at, isHeaded ? 2 : 1)
    return
  }
  const last = body.findLastIndex(node => !unseen.has(node.type))
  if (body[last]?.type === 'heading') body.splice(last, 1)
}

/** Without citations there is no list, and a last heading is a heading. */
function hasCitation(node: RootContent): boolean {
  return node.type === 'citation' || ('children' in node && node.children.some(hasCitation))
}

function isReferenceDiv(node: RootContent): boolean {
  return node.type === 'div' && node.attributes.id === 'refs'
}
