/**
 * Adds the words of a citation that have markup to the children of its node. Each child stands for one U+FFFC
 * in the prefixes and suffixes of the citation's items, in the same order.
 */
import type { PhrasingContent } from 'mdast'
import type { Citation } from '../../../model/mdast.ts'
import { attributesOf } from '../tree/attributes.ts'

/**
 * Appends `pieces` to the children of `citation`. Each piece gets a span around it, so that it stays one
 * child if a later step replaces it by several nodes.
 */
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
