/** The argument of each reader script: the journal's words, and the functions that several scripts share. */
import type { cardContent } from './card-content.ts'
import type { copyButton } from './copy-button.ts'
import type { csvText } from './csv-text.ts'
import type { placeCard } from './place-card.ts'
import type { ReaderWords } from './reader-words.ts'
import type { tableGrid } from './table-grid.ts'
import type { targetOf } from './target-of.ts'
import type { writtenText } from './written-text.ts'

export interface Reader {
  readonly words: ReaderWords
  /** The name of the article's files, without an ending. */
  readonly slug: string
  readonly cardContent: typeof cardContent
  readonly copyButton: typeof copyButton
  readonly csvText: typeof csvText
  readonly placeCard: typeof placeCard
  readonly tableGrid: typeof tableGrid
  readonly targetOf: typeof targetOf
  readonly writtenText: typeof writtenText
}
