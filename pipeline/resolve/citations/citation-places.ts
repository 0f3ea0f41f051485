/**
 * The citations of an article in the order in which a reader meets them, each with its surroundings and its
 * note.
 */
import type { Root, RootContent } from 'mdast'
import type { NumberedNote } from '../../model/article.ts'
import type { Citation } from '../../model/mdast.ts'
import { visit } from '../../model/visit.ts'

export interface CitationPlace {
  readonly node: Citation
  /** The nodes before the citation in its paragraph. */
  readonly before: readonly RootContent[]
  /** The node after the citation. */
  readonly next: RootContent | undefined
  /** The number of the note that contains the citation; 0 in the text. */
  readonly noteIndex: number
  /** True if `resolve/` made the note for this citation. */
  readonly isWholeNote: boolean
}

export function citationPlaces(tree: Root, notes: readonly NumberedNote[]): readonly CitationPlace[] {
  const numbers = new Map(notes.map(({ id }, index) => [id, index + 1]))
  const noteOf = new Map<Citation, { readonly noteIndex: number; readonly isWholeNote: boolean }>()
  // A note inside a note is visited after the outer note, so that its entry replaces the entry of the outer
  // note.
  visit(tree, 'note', note => {
    const noteIndex = numbers.get(note.data?.id ?? '') ?? 0
    const isWholeNote = note.data?.isCitation === true
    visit(note, 'citation', node => {
      noteOf.set(node, { noteIndex, isWholeNote })
    })
  })
  const places: CitationPlace[] = []
  visit(tree, 'citation', (node, index, parent) => {
    const next = index === undefined ? undefined : parent?.children[index + 1]
    const before = parent?.children.slice(0, index) ?? []
    places.push({ node, before, next, ...(noteOf.get(node) ?? { noteIndex: 0, isWholeNote: false }) })
  })
  return places
}
