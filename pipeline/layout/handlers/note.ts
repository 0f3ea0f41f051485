/**
 * The mark of a footnote, with a link to the note. `is-repeated` marks all calls of a note after the first.
 */
import { h } from 'hastscript'
import type { Nodes } from 'mdast'
import type { Handler } from 'mdast-util-to-hast'
import type { Note } from '../../model/mdast.ts'
import type { Lookup } from '../lookup.ts'

export function note({ article }: Lookup): Handler {
  return (state, node: Note, parent) => {
    const { id = '', markId } = node.data ?? {}
    const note = article.notes.find(candidate => candidate.id === id)
    const siblings: readonly Nodes[] = parent?.children ?? []
    const at = siblings.indexOf(node)
    const className = [
      'note-mark',
      // The page maker sets the note at its first mark.
      ...(note && markId !== note.markIds[0] ? ['is-repeated'] : []),
      ...neighbourhood(siblings[at - 2], siblings[at - 1]),
    ]
    const element = h('sup', { className }, [h('a', { href: `#${id}`, id: markId }, note?.mark ?? '')])
    state.patch(node, element)
    return element
  }
}

/**
 * The class of a note's mark that follows another mark: `is-next` if nothing is between the two, `is-near` if
 * only white space is.
 */
function neighbourhood(last: Nodes | undefined, before: Nodes | undefined): string[] {
  if (before?.type === 'note') return ['is-next']
  const isSpace = before?.type === 'text' && before.value.trim() === ''
  return isSpace && last?.type === 'note' ? ['is-near'] : []
}
