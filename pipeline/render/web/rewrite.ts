/** Replaces elements of a tree by other content, from the leaves up. Text nodes remain the same objects. */
import type { Element, ElementContent } from 'hast'

/**
 * Replaces the elements of the content. `change` gets each element with its children already changed, and
 * returns its replacement.
 */
export function rewrite(
  nodes: readonly ElementContent[],
  change: (element: Element, ancestors: readonly Element[]) => ElementContent[],
  ancestors: readonly Element[] = [],
): ElementContent[] {
  return nodes.flatMap(node => {
    if (node.type !== 'element') return [node]
    const children = rewrite(node.children, change, [...ancestors, node])
    return change({ ...node, children }, ancestors)
  })
}
