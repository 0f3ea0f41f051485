/**
 * A list item. A task's checkbox becomes a character, so that it prints and copies like text. In a tight list
 * the `<li>` itself is the paragraph, so it carries the author's wish for the line breaker.
 */
import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { ListItem } from 'mdast'
import { defaultHandlers, type Handler } from 'mdast-util-to-hast'

export const listItem: Handler = (state, node: ListItem, parent) => {
  const element = defaultHandlers.listItem(state, node, parent)
  element.children = element.children.map(printedBox)
  const [first] = node.children
  const looseness = first?.type === 'paragraph' ? first.data?.nudges?.looseness : undefined
  const hasParagraph = element.children.some(child => child.type === 'element' && child.tagName === 'p')
  if (looseness !== undefined && !hasParagraph) element.properties.dataLooseness = String(looseness)
  return element
}

function printedBox(node: ElementContent): ElementContent {
  if (node.type !== 'element') return node
  if (node.tagName === 'input')
    return h('span', { className: ['task-box'] }, node.properties.checked ? '☒' : '☐')
  return node.tagName === 'p' ? { ...node, children: node.children.map(printedBox) } : node
}
