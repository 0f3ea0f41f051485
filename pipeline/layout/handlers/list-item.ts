/** An item of a list. In a tight list it has no `<p>` inside and is the paragraph itself. */
import type { ListItem } from 'mdast'
import { defaultHandlers, type Handler } from 'mdast-util-to-hast'

export const listItem: Handler = (state, node: ListItem, parent) => {
  const element = defaultHandlers.listItem(state, node, parent)
  const [first] = node.children
  const looseness = first?.type === 'paragraph' ? first.data?.nudges?.looseness : undefined
  const hasParagraph = element.children.some(child => child.type === 'element' && child.tagName === 'p')
  if (looseness !== undefined && !hasParagraph) element.properties.dataLooseness = String(looseness)
  return element
}
