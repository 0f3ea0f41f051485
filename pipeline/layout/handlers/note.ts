/** The mark of a footnote, with a link to the note. */
import { h } from 'hastscript'
import type { Nodes } from 'mdast'
import type { Handler } from 'mdast-util-to-hast'
import type { Note } from '../../model/mdast.ts'
import type { Lookup } from '../lookup.ts'

export function note({ article }: Lookup): Handler {
  return (state, node: Note, parent) => {
    const { id = '', markId } = node.data ?? {}
    const note = article.notes.find(one => one.id === id)
    const siblings: readonly Nodes[] = parent?.children ?? []
    const at = siblings.indexOf(node)
    const className = [
      'note-mark',
      // Pages set the note where its first mark stands.
      ...(note && markId !== note.markIds[0] ? ['is-repeated'] : []),
      ...neighbourhood(siblings[at - 2], siblings[at - 1]),
    ]
    const element = h('sup', { className }, [h('a', { href: `#${id}`, id: markId }, note?.mark ?? '')])
    state.patch(node, element)
    return element
  }
}

/** `is-next` to another mark, or `is-near` one, with nothing but white space between. */
function neighbourhood(last: Nodes | undefined, before: Nodes | undefined): string[] {
  if (before?.type === 'note') return ['is-next']
  const isSpace = before?.type === 'text' && before.value.trim() === ''
  return isSpace && last?.type === 'note' ? ['is-near'] : []
}
