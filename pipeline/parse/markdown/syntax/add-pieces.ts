/** Words of a citation with markup: its children, in the order of the marks that stand for them. */
import type { PhrasingContent } from 'mdast'
import type { Citation } from '../../../model/mdast.ts'
import { attributesOf } from '../tree/attributes.ts'

/** A span each, so that what a later step makes of a piece stays in its place. */
export function addPieces(citation: Citation, pieces: readonly PhrasingContent[]): void {
  if (pieces.length === 0) return

  const spans = pieces.map(piece => ({
    type: 'span' as const,
    attributes: attributesOf(undefined),
    children: [piece],
    ...(piece.position && { position: piece.position }),
  }))
  citation.children = [...(citation.children ?? []), ...spans]
}
