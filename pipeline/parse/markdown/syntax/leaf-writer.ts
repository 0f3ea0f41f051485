/**
 * Text inside a construct as tokens. micromark finds the lines of a text by its empty tokens that hold a line
 * ending (`subcontent` of micromark-util-subtokenize), so such a token must stand for each, and none in
 * another leaf.
 */
import { markdownLineEnding } from 'micromark-util-character'
import type { Code, Effects, TokenType } from 'micromark-util-types'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    leafLineEnding: 'leafLineEnding'
  }
}

interface LeafWriter {
  /** Takes a code into the open leaf, or into a new one. */
  consume(code: Code): void
  /** Ends the open leaf, if there is one. */
  close(): void
}

/** Writes leaves of `type`, and one `leafLineEnding` for each line ending between them. */
export function leafWriter(effects: Effects, type: TokenType): LeafWriter {
  let isOpen = false
  return { consume, close }

  function consume(code: Code): void {
    if (markdownLineEnding(code)) {
      close()
      effects.enter('leafLineEnding')
      effects.consume(code)
      effects.exit('leafLineEnding')
      return
    }
    if (!isOpen) effects.enter(type)
    isOpen = true
    effects.consume(code)
  }

  function close(): void {
    if (isOpen) effects.exit(type)
    isOpen = false
  }
}
