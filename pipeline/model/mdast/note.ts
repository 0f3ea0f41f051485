/** Footnotes, and the notes that `resolve/` makes for citations. */
import type { BlockContent, DefinitionContent, Parent, PhrasingContent } from 'mdast'
import type { Data } from 'unist'

/** A footnote in the text, `^[a footnote]`; after `resolve/` also the footnote of a `[^1]`. */
export interface Note extends Parent {
  type: 'note'
  children: (PhrasingContent | BlockContent | DefinitionContent)[]
  data?: NoteData | undefined
}

interface NoteData extends Data {
  /** The label of the footnote, `1` of `[^1]`; it may have several marks. */
  footnote?: string
  /** The id of this mark, given by `resolve/`; `id` is the id of the note. */
  markId?: string
  /** True if `resolve/` made the note for a citation, because the CSL style is a note style. */
  isCitation?: boolean
}
