/** The mark of a footnote, with a link to the note. */
import { h } from 'hastscript'
import type { Nodes } from 'mdast'
import type { Handler } from 'mdast-util-to-hast'
import type { Note } from '../../mdast.ts'
import type { Lookup } from '../lookup.ts'

export function note({ article }: Lookup): Handler {
  return (state, node: Note, parent) => {
    const { id = '', markId } = node.data ?? {}
    const note = article.notes.find(one => one.id === id)
    const siblings: readonly Nodes[] = parent?.children ?? []
    const before = siblings[siblings.indexOf(node) - 1]
    const className = [
      'note-mark',
      // Pages set the note where its first mark stands.
      ...(note && markId !== note.markIds[0] ? ['is-repeated'] : []),
      ...(before?.type === 'note' ? ['is-next'] : []),
    ]
    const element = h('sup', { className }, [h('a', { href: `#${id}`, id: markId }, note?.mark ?? '')])
    state.patch(node, element)
    return element
  }
}
