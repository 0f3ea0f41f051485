/** Small questions to nodes of hast, and its text nodes, which `hastscript` has no builder for. */
import type { Nodes, Text } from 'hast'

export function hasClass(node: Nodes, name: string): boolean {
  if (node.type !== 'element') return false
  const { className } = node.properties
  return Array.isArray(className) && className.includes(name)
}

export function textNode(value: string): Text {
  return { type: 'text', value }
}
