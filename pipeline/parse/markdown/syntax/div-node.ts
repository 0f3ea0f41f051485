/**
 * The tokens of a fenced div → `div`. The label of `:::name[label]` is its first paragraph.
 */
import type { CompileContext, Extension as FromMarkdown } from 'mdast-util-from-markdown'
import type { Token } from 'micromark-util-types'
import { attributesOf } from '../tree/attributes.ts'
import { divOpening } from './div-fences.ts'

export const fencedDivFromMarkdown: FromMarkdown = {
  enter: {
    div(this: CompileContext, token: Token) {
      this.enter({ type: 'div', attributes: attributesOf(undefined), children: [] }, token)
    },
    divFence(this: CompileContext, token: Token) {
      const div = this.stack.at(-1)
      const opening = divOpening(this.sliceSerialize(token))
      if (div?.type === 'div' && opening) div.attributes = opening.attributes
    },
    divLabel(this: CompileContext, token: Token) {
      this.enter({ type: 'paragraph', children: [] }, token)
    },
  },
  exit: {
    divLabel(this: CompileContext, token: Token) {
      this.exit(token)
    },
    div(this: CompileContext, token: Token) {
      this.exit(token)
    },
  },
}
