/**
 * Text inside a construct that stops in the middle of it, as the words between the keys of a citation: handed
 * on to the text tokenizer, line by line, so that it is full inline Markdown.
 */
import { markdownLineEnding } from 'micromark-util-character'
import type { Code, Effects, Token, TokenType } from 'micromark-util-types'

interface ChunkWriter {
  /** Takes a code into the open text, or into a new one. */
  consume(code: Code): void
  /** Ends the open text, if there is one. */
  close(): void
}

/** Writes tokens of `type`, in each a chunk for every line. */
export function chunkWriter(effects: Effects, type: TokenType): ChunkWriter {
  let previous: Token | undefined
  let isOpen = false
  let isInChunk = false
  return { consume, close }

  function consume(code: Code): void {
    if (!isOpen) effects.enter(type)
    isOpen = true
    if (!isInChunk) {
      // The first chunk has no predecessor, and the field must not be there then.
      const chunk = effects.enter('chunkText', { contentType: 'text', ...(previous && { previous }) })
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
