/** The mark of a footnote, with a link to the note. */
import { h } from 'hastscript'
import type { Handler } from 'mdast-util-to-hast'
import type { Note } from '../../mdast.ts'
import type { Lookup } from '../lookup.ts'

export function note({ article }: Lookup): Handler {
  return (state, node: Note) => {
    const id = node.data?.id ?? ''
    const numbered = article.notes.find(one => one.id === id)
    // A second mark of the same note carries no content; only the first is what the note leads back to.
    const isFirst = node.children.length > 0
    const element = h('sup', { className: ['note-mark'] }, [
      h('a', { href: `#${id}`, ...(isFirst && numbered && { id: numbered.markId }) }, numbered?.mark ?? ''),
    ])
    state.patch(node, element)
    return element
  }
}
