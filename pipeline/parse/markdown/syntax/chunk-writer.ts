/**
 * Writes the text inside a construct that other tokens interrupt, such as the words between the keys of a
 * citation. Each line is a chunk, which micromark's text tokenizer reads, so that the text may hold any
 * inline Markdown.
 */
import { markdownLineEnding } from 'micromark-util-character'
import type { Code, Effects, Token, TokenType } from 'micromark-util-types'

interface ChunkWriter {
  /** Consumes a code as part of the open token. Opens a token if none is open. */
  consume(code: Code): void
  /** Closes the open token, if any. Markup, such as emphasis, cannot reach from one token into the next. */
  close(): void
}

/** Returns a writer of tokens of the type `type`, with one chunk for each line. */
export function chunkWriter(effects: Effects, type: TokenType): ChunkWriter {
  let previous: Token | undefined
  let isOpen = false
  let isInChunk = false
  return { consume, close }

  function consume(code: Code): void {
    if (!isOpen) effects.enter(type)
    isOpen = true
    if (!isInChunk) {
      const chunk = effects.enter('chunkText', { contentType: 'text', previous })
      if (previous) previous.next = chunk
      previous = chunk
      isInChunk = true
    }
    effects.consume(code)
    if (markdownLineEnding(code)) endChunk()
  }

  function close(): void {
    endChunk()
    if (isOpen) effects.exit(type)
    isOpen = false
    previous = undefined
  }

  function endChunk(): void {
    if (isInChunk) effects.exit('chunkText')
    isInChunk = false
  }
}
