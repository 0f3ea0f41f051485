/**
 * Changes the links of citations so that they lead to the entries of another list: `#ref-knuth` →
 * `#ref-knuth-2`.
 */
import type { ElementContent } from 'hast'

/** Leads the links of citations to other entries. `links`: old address → new address. */
export function leadTo(
  content: readonly ElementContent[],
  links: ReadonlyMap<string, string>,
): readonly ElementContent[] {
  return content.map(node => led(node, links))
}

function led(node: ElementContent, links: ReadonlyMap<string, string>): ElementContent {
  if (node.type !== 'element') return node
  const children = node.children.map(child => led(child, links))
  const href = links.get(String(node.properties.href))
  return { ...node, children, properties: { ...node.properties, ...(href !== undefined && { href }) } }
}
