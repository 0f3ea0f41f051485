/**
 * Lines inside a construct that are a document of their own, each a chunk that micromark's document tokenizer
 * reads with those before it; and a look at a line before it is taken.
 */
import { markdownLineEnding } from 'micromark-util-character'
import { codes } from 'micromark-util-symbol'
import type { Code, Construct, Effects, State, Token, TokenizeContext, TokenType } from 'micromark-util-types'
import { leafWriter } from './leaf-writer.ts'
import { nonLazyLine } from './non-lazy-line.ts'

interface DocumentLines {
  /** Takes a line, or what is left of it. */
  readonly start: State
  /** True before the first line was taken. */
  isEmpty(): boolean
}

/**
 * `after`: what takes the code that begins the next line, and what follows where there is none in the
 * container.
 */
export function documentLines(
  context: TokenizeContext,
  effects: Effects,
  after: { readonly line: State; readonly end: State },
): DocumentLines {
  let previous: Token | undefined
  return { start, isEmpty: () => previous === undefined }

  function start(code: Code): State | undefined {
    if (code === codes.eof) return after.end(code)
    if (markdownLineEnding(code)) return effects.check(nonLazyLine, chunk, after.end)(code)
    return chunk(code)
  }

  function chunk(code: Code): State | undefined {
    const token = effects.enter('chunkDocument', { contentType: 'document', ...(previous && { previous }) })
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

  function exit(): void {
    const { start } = effects.exit('chunkDocument')
    context.parser.lazy[start.line] = false
  }
}

/**
 * Gives the line from here to its end, a tab as a tab, other white space as spaces; takes nothing where it is
 * checked.
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
