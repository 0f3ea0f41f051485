/** Blocks and spans with attributes; classes and id are kept, for the journal's CSS. */
import { h } from 'hastscript'
import type { Handler } from 'mdast-util-to-hast'
import type { Div, Span } from '../../mdast.ts'
import { authorClasses } from '../author-classes.ts'

export const div: Handler = (state, node: Div) => {
  const element = h('div', propertiesOf(node), state.wrap(state.all(node), true))
  state.patch(node, element)
  return element
}

export const span: Handler = (state, node: Span) => {
  const element = h('span', propertiesOf(node), state.all(node))
  state.patch(node, element)
  return element
}

function propertiesOf({ attributes: { classes }, data }: Div | Span) {
  return {
    ...(data?.id !== undefined && { id: data.id }),
    ...(classes.length > 0 && { className: authorClasses(classes) }),
  }
}
