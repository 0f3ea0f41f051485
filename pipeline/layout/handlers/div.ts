/** Blocks and spans with attributes; classes and id are kept, for the journal's CSS. */
import { h } from 'hastscript'
import type { Handler } from 'mdast-util-to-hast'
import type { Attributes, Div, Span } from '../../mdast.ts'
import { elementId } from '../element-id.ts'

export const div: Handler = (state, node: Div) => {
  const element = h('div', propertiesOf(node.attributes), state.wrap(state.all(node), true))
  state.patch(node, element)
  return element
}

export const span: Handler = (state, node: Span) => {
  const element = h('span', propertiesOf(node.attributes), state.all(node))
  state.patch(node, element)
  return element
}

function propertiesOf({ id, classes }: Attributes) {
  return {
    ...(id !== undefined && { id: elementId(id) }),
    ...(classes.length > 0 && { className: [...classes] }),
  }
}
