/**
 * Two helpers for constructs whose body is Markdown with blocks. `documentLines` makes each line of the body
 * a chunk, and micromark's document tokenizer reads all chunks together. `lineAhead` reads a line before it
 * is consumed.
 */
import { markdownLineEnding } from 'micromark-util-character'
import { codes } from 'micromark-util-symbol'
import type { Code, Construct, Effects, State, Token, TokenizeContext, TokenType } from 'micromark-util-types'
import { definitionReader } from './announce-definitions.ts'
import { leafWriter } from './leaf-writer.ts'
import { nonLazyLine } from './non-lazy-line.ts'

interface DocumentLines {
  /** Consumes the rest of a line with its line ending. */
  readonly start: State
  /** True if no line has been consumed yet. */
  isEmpty(): boolean
}

/**
 * The states that read the body of a construct, line by line. `after.line` is the state at the beginning of
 * the next line. `after.end` is the state if the container has no next line; a line ending that ends the
 * container is not consumed.
 */
export function documentLines(
  context: TokenizeContext,
  effects: Effects,
  after: { readonly line: State; readonly end: State },
): DocumentLines {
  let previous: Token | undefined
  const definitions = definitionReader(context)
  return { start, isEmpty: () => previous === undefined }

  function start(code: Code): State | undefined {
    if (code === codes.eof) return after.end(code)
    if (markdownLineEnding(code)) return effects.check(nonLazyLine, chunk, after.end)(code)
    return chunk(code)
  }

  function chunk(code: Code): State | undefined {
    const token = effects.enter('chunkDocument', { contentType: 'document', previous })
    if (previous) previous.next = token
    previous = token
    return inside(code)
  }

  function inside(code: Code): State | undefined {
    if (code === codes.eof) return last(code)
    if (markdownLineEnding(code)) return effects.check(nonLazyLine, lineEnding, last)(code)
    effects.consume(code)
    return inside
  }

  function lineEnding(code: Code): State {
    effects.consume(code)
    exit()
    return after.line
  }

  function last(code: Code): State | undefined {
    exit()
    return after.end(code)
  }

  /**
   * Ends the chunk. Inside the body its line does not count as lazy, even if it is lazy for the blocks around
   * the body.
   */
  function exit(): void {
    const token = effects.exit('chunkDocument')
    context.parser.lazy[token.start.line] = false
    definitions.step(context.sliceSerialize(token).replace(/[\r\n]+$/, ''))
  }
}

/**
 * Partial construct that calls `give` with the text from the current place to the end of the line. A tab is
 * followed by the spaces that fill up its columns. Use the construct with `effects.check`, which consumes
 * nothing.
 */
export function lineAhead(type: TokenType, give: (line: string) => void): Construct {
  return {
    partial: true,
    tokenize(effects, ok) {
      const leaf = leafWriter(effects, type)
      let line = ''
      return inside

      function inside(code: Code): State | undefined {
        if (code === codes.eof || markdownLineEnding(code)) {
          leaf.close()
          give(line)
          return ok(code)
        }
        line += code < 0 ? (code === codes.horizontalTab ? '\t' : ' ') : String.fromCharCode(code)
        leaf.consume(code)
        return inside
      }
    },
  }
}
