/** Superscript, subscript, small capitals and underlined text. */
import { h } from 'hastscript'
import type { Parents } from 'mdast'
import type { Handler } from 'mdast-util-to-hast'

export const superscript = textLevel('sup')
export const subscript = textLevel('sub')
export const underline = textLevel('u')
export const smallCaps = textLevel('span', 'smallcaps')

function textLevel(tagName: string, className?: string): Handler {
  return (state, node: Parents) => {
    const element = h(
      tagName,
      { ...(className !== undefined && { className: [className] }) },
      state.all(node),
    )
    state.patch(node, element)
    return element
  }
}
