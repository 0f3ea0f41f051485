/** Replaces elements of a tree by other content, from the leaves up. Text nodes remain the same objects. */
import type { Element, ElementContent } from 'hast'

/**
 * Replaces the elements of the content. `change` gets each element with its children already changed, and
 * returns its replacement. Elements in which nothing changes remain the same objects, so that a step does not
 * copy the whole tree.
 */
export function rewrite(
  nodes: readonly ElementContent[],
  change: (element: Element, ancestors: readonly Element[]) => ElementContent[],
  ancestors: readonly Element[] = [],
): ElementContent[] {
  return nodes.flatMap(node => {
    if (node.type !== 'element') return [node]
    const children = rewrite(node.children, change, [...ancestors, node])
    const isSame =
      children.length === node.children.length && children.every((child, at) => child === node.children[at])
    return change(isSame ? node : { ...node, children }, ancestors)
  })
}
