/** Definition lists: `<dl>`, `<dt>`, `<dd>`. */
import { h } from 'hastscript'
import type { Handler } from 'mdast-util-to-hast'
import type { DefinitionDescription, DefinitionList, DefinitionTerm } from '../../model/mdast.ts'

export const definitionList: Handler = (state, node: DefinitionList) => {
  const element = h('dl', state.wrap(state.all(node), true))
  state.patch(node, element)
  return element
}

export const definitionTerm: Handler = (state, node: DefinitionTerm) => {
  const element = h('dt', state.all(node))
  state.patch(node, element)
  return element
}

export const definitionDescription: Handler = (state, node: DefinitionDescription) => {
  const content = node.isTight
    ? node.children.flatMap(child => (child.type === 'paragraph' ? state.all(child) : state.one(child, node)))
    : state.wrap(state.all(node), true)
  const element = h(
    'dd',
    content.filter(child => child !== undefined),
  )
  state.patch(node, element)
  return element
}
