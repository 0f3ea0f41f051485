/** A list; one that is not counted `1.` bears classes for its marks: `lower-alpha parentheses`. */
import type { List } from 'mdast'
import { defaultHandlers, type Handler } from 'mdast-util-to-hast'

export const list: Handler = (state, node: List) => {
  const element = defaultHandlers.list(state, node)
  const numbering = node.data?.numbering
  if (numbering) element.properties.className = ['list', numbering.style, numbering.delimiter]
  return element
}
