/** Blocks and spans with attributes; classes and id are kept, for the journal's CSS. */
import { h } from 'hastscript'
import type { Handler } from 'mdast-util-to-hast'
import { directionOf, languageTag } from '../../language.ts'
import type { Div, Span } from '../../mdast.ts'

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

function propertiesOf({ attributes: { classes, values }, data }: Div | Span) {
  const lang = values.lang === undefined ? undefined : languageTag(values.lang)
  const dir = values.dir === 'rtl' || values.dir === 'ltr' ? values.dir : lang && directionOf(lang)
  return {
    ...(lang !== undefined && { lang }),
    ...(dir !== undefined && { dir }),
    ...(data?.id !== undefined && { id: data.id }),
    ...(classes.length > 0 && { className: [...classes] }),
  }
}
