/** Tables with captions. The table inside is mdast's own node. */
import type { Parent, Table } from 'mdast'
import type { Data } from 'unist'
import type { Attributes } from './attributes.ts'
import type { Caption } from './caption.ts'

/** A table with its caption. */
export interface CaptionedTable extends Parent {
  type: 'captionedTable'
  attributes: Attributes
  children: [Caption, Table]
  data?: CaptionedTableData | undefined
}

interface CaptionedTableData extends Data {
  /** The labels of the parts of the table, with the letters of the parts: `b` of "Table 1b". */
  parts?: readonly { readonly label: string; readonly letter: string }[]
}
