/** Tables with captions. The table inside is mdast's own node. */
import type { Parent, Table } from 'mdast'
import type { Attributes } from './attributes.ts'
import type { Caption } from './caption.ts'

/** A table with its caption. */
export interface CaptionedTable extends Parent {
  type: 'captionedTable'
  attributes: Attributes
  children: [Caption, Table]
}
