/** A box beside the argument: `<div class="admonition admonition-note">`, its head set into the first paragraph. */
import { h } from 'hastscript'
import type { Handler } from 'mdast-util-to-hast'
import type { Admonition, Caption } from '../../mdast.ts'
import { authorClasses } from '../author-classes.ts'
import type { Lookup } from '../lookup.ts'
import { withHead } from '../run-in-head.ts'

export function admonition({ journal }: Lookup): Handler {
  return (state, node: Admonition) => {
    const caption = node.children.find((child): child is Caption => child.type === 'caption')
    const children = node.children.filter(child => child.type !== 'caption')
    const content = withHead(state.wrap(state.all({ ...node, children }), true), {
      className: 'admonition-label',
      pattern: journal.manifest.labels.admonitions[node.kind],
      title: caption ? state.all(caption) : [],
    })
    const id = node.data?.id
    const properties = {
      className: ['admonition', `admonition-${node.kind}`, ...authorClasses(node.attributes.classes)],
      ...(id !== undefined && { id }),
      role: 'note',
    }
    const element = h('div', properties, content)
    state.patch(node, element)
    return element
  }
}
