/**
 * Blocks that LaTeX has put into paragraphs → blocks beside them:
 *
 *     paragraph: text, list, text   →   paragraph: text; list; paragraph: text
 */
import type { Nodes, PhrasingContent } from 'mdast'
import { isBlock } from '../../../model/node-kinds.ts'
import { isBlank } from '../tree/branches.ts'
import { atPosition, positionOf } from '../tree/position.ts'

/**
 * A paragraph that LaTeX has put blocks into → its pieces with the blocks between them; none where it is
 * empty.
 */
export function splitParagraph(node: Nodes): readonly Nodes[] {
  if (node.type !== 'paragraph') return [node]
  const children: readonly Nodes[] = node.children
  if (children.length === 0 || children.every(node => isBlank(node))) return []
  if (!children.some(isBlock)) return [node]
  const made: Nodes[] = []
  let piece: Nodes[] = []
  const close = () => {
    if (!piece.every(node => isBlank(node))) {
      const phrases = piece as PhrasingContent[] // blocks stand between the pieces
      made.push({ type: 'paragraph', children: phrases, ...atPosition(positionOf(piece)) })
    }
    piece = []
  }
  for (const child of children) {
    if (isBlock(child)) {
      close()
      made.push(child)
    } else piece.push(child)
  }
  close()
  return made
}
