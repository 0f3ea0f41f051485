/**
 * `\"`, `\'`, `\-`, `\.`: an escaped mark is meant as it stands, and typographic punctuation is not made of
 * it (`resolve/punctuation/`). It is a node of its own until `normalize/finish.ts` joins the text around it.
 */
import type { Text } from 'mdast'
import type { CompileContext, Extension as FromMarkdown } from 'mdast-util-from-markdown'
import type { Token } from 'micromark-util-types'

declare module 'mdast' {
  interface TextData {
    /** Offsets in `value` of marks that were escaped. */
    literals?: readonly number[]
  }
}

export const escapedMarkFromMarkdown: FromMarkdown = { enter: { characterEscape } }

/** As the library's own, which appends to the text before; its exit writes the character and the end. */
function characterEscape(this: CompileContext, token: Token): undefined {
  const parent = this.stack.at(-1)
  if (!parent || !('children' in parent)) return
  const isMark = /^\\["'.-]$/.test(this.sliceSerialize(token))
  const last = parent.children.at(-1)
  if (!isMark && last?.type === 'text') {
    this.stack.push(last)
    return
  }
  const { line, column, offset } = token.start
  const start = { line, column, offset }
  const node: Text = { type: 'text', value: '', position: { start, end: start } }
  if (isMark) node.data = { literals: [0] }
  // What holds an escape holds text.
  const siblings: unknown[] = parent.children
  siblings.push(node)
  this.stack.push(node)
}
