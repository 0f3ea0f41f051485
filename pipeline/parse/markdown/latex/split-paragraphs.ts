/**
 * Blocks inside paragraphs → blocks between paragraphs. Such blocks are made from LaTeX in a line of text.
 *
 *     paragraph: text, list, text   →   paragraph: text; list; paragraph: text
 */
import type { Nodes, PhrasingContent } from 'mdast'
import { isBlock } from '../../../model/node-kinds.ts'
import { isBlank } from '../tree/branches.ts'
import { atPosition, positionOf } from '../tree/position.ts'

/**
 * The pieces of a paragraph and the blocks between them, in order; nothing for a paragraph that is blank.
 * Other nodes are returned as they are.
 */
export function splitParagraph(node: Nodes): readonly Nodes[] {
  if (node.type !== 'paragraph') return [node]
  const children: readonly Nodes[] = node.children
  if (children.length === 0 || children.every(node => isBlank(node))) return []
  if (!children.some(isBlock)) return [node]
  const nodes: Nodes[] = []
  let piece: Nodes[] = []
  const endPiece = () => {
    if (!piece.every(node => isBlank(node))) {
      const phrases = piece as PhrasingContent[] // no piece contains a block
      nodes.push({ type: 'paragraph', children: phrases, ...atPosition(positionOf(piece)) })
    }
    piece = []
  }
  for (const child of children) {
    if (isBlock(child)) {
      endPiece()
      nodes.push(child)
    } else piece.push(child)
  }
  endPiece()
  return nodes
}
