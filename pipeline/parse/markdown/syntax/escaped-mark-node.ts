/**
 * `\"`, `\'`, `\-` and `\.` → `text` that records the mark as literal. `resolve/punctuation/` does not turn
 * literal marks into typographic quotes, dashes or ellipses. Each of these marks begins a new text node, so
 * that its offset is 0. `normalize/finish.ts` joins neighbouring text nodes.
 */
import type { Text } from 'mdast'
import type { CompileContext, Extension as FromMarkdown } from 'mdast-util-from-markdown'
import type { Token } from 'micromark-util-types'

declare module 'mdast' {
  interface TextData {
    /** Offsets in `value` of quotes, hyphens and full stops that were escaped in the manuscript. */
    literals?: readonly number[]
  }
}

export const escapedMarkFromMarkdown: FromMarkdown = { enter: { characterEscape } }

/**
 * Opens the text node of an escape. Replaces the handler of mdast-util-from-markdown, which appends every
 * escape to the text before it. The library's exit handler adds the character and the end position.
 */
function characterEscape(this: CompileContext, token: Token): undefined {
  const parent = this.stack.at(-1)
  if (!parent || !('children' in parent)) return
  const isMark = /^\\["'.-]$/.test(this.sliceSerialize(token))
  const lastChild = parent.children.at(-1)
  if (!isMark && lastChild?.type === 'text') {
    this.stack.push(lastChild)
    return
  }
  const { line, column, offset } = token.start
  const start = { line, column, offset }
  const node: Text = { type: 'text', value: '', position: { start, end: start } }
  if (isMark) node.data = { literals: [0] }
  // Every node in which micromark finds an escape may contain text.
  const siblings: unknown[] = parent.children
  siblings.push(node)
  this.stack.push(node)
}
