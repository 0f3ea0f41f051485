/** The node that keeps source text which Offprint cannot read, so that nothing is lost silently. */
import type { Data, Literal } from 'unist'

/** Source text that Offprint cannot read: printed as written, and reported by `parse/passes/unread.ts`. */
export interface Unread extends Literal {
  type: 'unread'
  data?: UnreadData | undefined
  value: string
  /** A description to follow the word "Unexpected": `LaTeX command \\foo`. */
  what: string
  /** True between paragraphs, false in a line of text. */
  isBlock: boolean
}

interface UnreadData extends Data {
  /** True if another message already reports this source text, so that no second one is needed. */
  isReported?: boolean
}
