/**
 * An admonition, a box beside the argument: `<div class="admonition admonition-note">`. Its head is set into
 * the first paragraph.
 */
import { h } from 'hastscript'
import type { Handler } from 'mdast-util-to-hast'
import type { Target } from '../../model/article.ts'
import type { Admonition, Caption } from '../../model/mdast.ts'
import { authorClasses } from '../author-classes.ts'
import { marginNote } from '../float-data.ts'
import { authorsLanguage } from '../in-language.ts'
import type { Lookup } from '../lookup.ts'
import { withHead } from '../run-in-head.ts'

export function admonition({ article, journal }: Lookup): Handler {
  return (state, node: Admonition) => {
    const caption = node.children.find((child): child is Caption => child.type === 'caption')
    const children = node.children.filter(child => child.type !== 'caption')
    const content = withHead(state.wrap(state.all({ ...node, children }), true), {
      className: 'admonition-label',
      pattern: numbered(
        journal.manifest.labels.admonitions[node.kind],
        article.targets.get(node.data?.id ?? ''),
      ),
      title: caption ? state.all(caption) : [],
    })
    const id = node.data?.id
    const margin = marginNote(node.data?.nudges)
    const kinds = margin.className.length > 0 ? margin.className : ['admonition', `admonition-${node.kind}`]
    const properties = {
      className: [...kinds, ...authorClasses(node.attributes.classes)],
      ...margin.properties,
      ...(id !== undefined && { id }),
      ...authorsLanguage(node.attributes),
      role: 'note',
    }
    const element = h('div', properties, content)
    state.patch(node, element)
    return element
  }
}

/** Adds the number of an admonition that references can name: "Note[: {title}]." → "Note 1[: {title}].". */
function numbered(pattern: string, target: Target | undefined): string {
  if (target?.kind !== 'admonition' || target.number === '') return pattern
  const { word = '', number } = target
  return pattern.replace(word, () => `${word}\u00A0${number}`)
}
