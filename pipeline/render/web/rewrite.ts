/** Elements of a tree → other elements, from the leaves up; what is not touched stays the same object. */
import type { Element, ElementContent } from 'hast'

/** `change` sees each element with its children changed already. */
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
