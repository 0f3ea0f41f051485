/**
 * Writes the text inside a construct as leaves, which are tokens without inner tokens. micromark divides the
 * events of a text among its lines at the leaves that contain a line ending (`subcontent` in
 * micromark-util-subtokenize). Each line ending must therefore be a leaf by itself, and no other leaf may
 * contain one.
 */
import { markdownLineEnding } from 'micromark-util-character'
import type { Code, Effects, TokenType } from 'micromark-util-types'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    leafLineEnding: 'leafLineEnding'
  }
}

interface LeafWriter {
  /** Consumes a code as part of the open leaf. Opens a leaf if none is open. */
  consume(code: Code): void
  /** Closes the open leaf, if any. */
  close(): void
}

/** Returns a writer of leaves of the token type `type`, with a `leafLineEnding` for each line ending. */
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
