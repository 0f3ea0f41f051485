/** Adds column widths, by pandoc's rule, to the `table` nodes of GFM's pipe tables. */
import type { CompileContext, Extension as FromMarkdown } from 'mdast-util-from-markdown'
import type { Token } from 'micromark-util-types'
import { pipeWidths } from '../tables/pipe-table.ts'

export const pipeTableFromMarkdown: FromMarkdown = {
  exit: {
    table(this: CompileContext, token: Token) {
      const table = this.stack.at(-1)
      const widths = pipeWidths(this.sliceSerialize(token).split(/\r\n?|\n/))
      if (table?.type === 'table' && widths) table.data = { ...table.data, widths }
      this.exit(token)
      // This field is reset, as in the handler of mdast-util-gfm-table, which this handler replaces.
      this.data.inTable = undefined
    },
  },
}
