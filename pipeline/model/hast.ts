/** A test for classes of hast nodes, and a builder of text nodes, which `hastscript` does not have. */
import type { Nodes, Text } from 'hast'

export function hasClass(node: Nodes, name: string): boolean {
  if (node.type !== 'element') return false
  const { className } = node.properties
  return Array.isArray(className) && className.includes(name)
}

export function textNode(value: string): Text {
  return { type: 'text', value }
}
