/**
 * If an anchor such as `<a id="here"></a>` is alone in its paragraph, moves it into the next heading or
 * paragraph, so that no empty line is printed for it.
 */
import type { Nodes, PhrasingContent } from 'mdast'
import { type Branch, isBlank } from '../tree/branches.ts'

export function moveAnchors(branch: Branch): void {
  for (const [index, child] of branch.children.entries()) {
    const next = branch.children[index + 1]
    if (child.type !== 'paragraph' || !child.children.some(isAnchor)) continue
    if (!child.children.every(node => isAnchor(node) || isBlank(node))) continue
    if (next?.type !== 'heading' && next?.type !== 'paragraph') continue
    next.children.unshift(...child.children.filter(isAnchor))
    child.children = []
  }
}

function isAnchor(node: Nodes | PhrasingContent): boolean {
  return node.type === 'span' && node.children.length === 0 && node.attributes.id !== undefined
}
