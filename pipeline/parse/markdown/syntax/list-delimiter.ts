/** `1)` → the list keeps the author's parenthesis as its numbering. CommonMark's `1.` needs none. */
import type { CompileContext, Extension as FromMarkdown } from 'mdast-util-from-markdown'
import type { Token } from 'micromark-util-types'

export const listDelimiterFromMarkdown: FromMarkdown = {
  exit: {
    listItemMarker(this: CompileContext, token: Token) {
      if (this.sliceSerialize(token) !== ')') return
      const list = this.stack.findLast(node => node.type === 'list')
      if (list) list.data = { ...list.data, numbering: { style: 'decimal', delimiter: 'parenthesis' } }
    },
  },
}
