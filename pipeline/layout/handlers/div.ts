/**
 * Blocks and spans with attributes. They keep the author's classes and id, for the journal's CSS, and the
 * language. A span with a class named after an inline HTML element, such as `[Ctrl]{.kbd}`, becomes that
 * element.
 */
import { h } from 'hastscript'
import type { Handler } from 'mdast-util-to-hast'
import type { Div, Span } from '../../model/mdast.ts'
import { authorClasses } from '../author-classes.ts'
import { marginNote } from '../float-data.ts'
import { authorsLanguage } from '../in-language.ts'
import { isLaidOut, keepFloats, sideBySide } from '../side-by-side.ts'

const phraseElements: ReadonlySet<string> = new Set(['abbr', 'kbd', 'mark', 'small'])

/** Tabs: their titles are printed, so figures and tables stay below them. */
const tabs = ['panel-tabset', 'tab-item']

export const div: Handler = (state, node: Div) => {
  const content = isLaidOut(node) ? sideBySide(state, node) : state.wrap(state.all(node), true)
  if (tabs.some(name => node.attributes.classes.includes(name))) content.forEach(keepFloats)
  const element = h('div', propertiesOf(node), content)
  state.patch(node, element)
  return element
}

export const span: Handler = (state, node: Span) => {
  const { classes, values } = node.attributes
  const name = classes.find(className => phraseElements.has(className)) ?? 'span'
  const title = name === 'abbr' ? values.title : undefined
  const element = h(name, { ...propertiesOf(node), ...(title !== undefined && { title }) }, state.all(node))
  state.patch(node, element)
  return element
}

function propertiesOf({ attributes, data }: Div | Span) {
  const margin = marginNote(data?.nudges)
  const classes = [...margin.className, ...authorClasses(attributes.classes)]
  return {
    ...authorsLanguage(attributes),
    ...margin.properties,
    ...(data?.id !== undefined && { id: data.id }),
    ...(classes.length > 0 && { className: classes }),
  }
}
