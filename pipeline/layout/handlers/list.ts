/**
 * A list. If its numbering is not the usual `1.`, it has classes for its marks, such as
 * `lower-alpha parentheses`.
 */
import type { List } from 'mdast'
import { defaultHandlers, type Handler } from 'mdast-util-to-hast'

export const list: Handler = (state, node: List) => {
  const element = defaultHandlers.list(state, node)
  const numbering = node.data?.numbering
  if (numbering) element.properties.className = ['list', numbering.style, numbering.delimiter]
  return element
}
