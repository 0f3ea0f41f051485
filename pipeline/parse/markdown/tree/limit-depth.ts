/**
 * Bounds the depth of the tree of a manuscript: a node that is nested more deeply than any author means
 * becomes text, its own source. Browsers nest 512 elements, and later stages walk the tree by recursion.
 */
import type { Nodes, Paragraph, Root, Text } from 'mdast'
import { isBlock, isPhrase } from '../../../model/node-kinds.ts'
import { type Branch, rootBranch } from './branches.ts'
import { noteExcess } from './excess-markup.ts'

const MOST_NESTED = 120

/** Changes `tree`, the tree of `source`, in place, and notes the places in `excessMarkup` of the root. */
export function limitDepth(tree: Root, source: string): void {
  let level: readonly Branch[] = [rootBranch(tree)]
  for (let depth = 1; level.length > 0; depth++) {
    const next: Branch[] = []
    for (const { children } of level) {
      for (const [index, child] of children.entries()) {
        if (!('children' in child)) continue
        const text = depth < MOST_NESTED ? undefined : sourceOf(child, source)
        if (text) {
          children[index] = text
          if (child.position) noteExcess(tree, child.position)
        }
        // The children of a node are nodes; their types are not asked for.
        else next.push(child as Branch)
      }
    }
    level = next
  }
}

/** The source of a node as text; undefined for a part, such as an item, which cannot be text itself. */
function sourceOf(node: Nodes, source: string): Text | Paragraph | undefined {
  const { position } = node
  if (!position) return undefined
  const value = source.slice(position.start.offset, position.end.offset)
  const text: Text = { type: 'text', value, position }
  if (isPhrase(node)) return text
  return isBlock(node) ? { type: 'paragraph', children: [text], position } : undefined
}
