/**
 * A LaTeX environment or `\[…\]` at the beginning of a line → a `latexBlock` token. Paragraphs may touch the
 * block, without blank lines before and after it. The block may contain blank lines and lines that look like
 * a list. `latex-grammar/environment-pairs.ts` finds the first and last lines of all blocks beforehand.
 */
import { factorySpace } from 'micromark-factory-space'
import { markdownLineEnding } from 'micromark-util-character'
import { codes } from 'micromark-util-symbol'
import type { Code, Construct, Effects, State, TokenizeContext } from 'micromark-util-types'
import { environmentEnd } from '../latex-grammar/environment-pairs.ts'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    latexBlock: 'latexBlock'
    latexTrailing: 'latexTrailing'
  }
}

/** The greatest number of environments of the same name that may be nested. */
const nestingLimit = 64

/**
 * Flow construct for blocks of LaTeX. It starts at `\`. `lines`: number of the first line of each block
 * → number of its last line.
 */
export function latexBlock(lines: ReadonlyMap<number, number>): Construct {
  return { name: 'latexBlock', tokenize, concrete: true }

  function tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
    const self = this
    const lastLine = lines.get(self.now().line)
    /** The source of the block so far. */
    let text = ''
    return start

    function start(code: Code): State | undefined {
      if (lastLine === undefined) return nok(code)
      if (self.interrupt) return ok(code)
      effects.enter('latexBlock')
      effects.enter('latexText')
      return inside(code)
    }

    function inside(code: Code): State | undefined {
      if (code === codes.eof) return nok(code)
      // Fails unless the block begins with `\[` or `\begin`.
      if (text !== '' && !/^\\(?:$|\[|b$|be$|beg$|begi$|begin)/.test(text.slice(0, 6))) return nok(code)
      if (markdownLineEnding(code)) {
        effects.exit('latexText')
        return lineEnding(code)
      }
      text += code < 0 ? ' ' : String.fromCharCode(code)
      effects.consume(code)
      return isComplete() ? close : inside
    }

    function isComplete(): boolean {
      if (text.startsWith('\\[')) return text.length > 3 && text.endsWith('\\]')
      return (
        text.endsWith('}') && self.now().line === lastLine && (environmentEnd(text, nestingLimit) ?? 0) > 0
      )
    }

    function lineEnding(code: Code): State | undefined {
      text += '\n'
      effects.enter('lineEnding')
      effects.consume(code)
      effects.exit('lineEnding')
      return lineStart
    }

    function lineStart(code: Code): State | undefined {
      const { line } = self.now()
      if (self.parser.lazy[line] || code === codes.eof || line > (lastLine ?? 0)) return nok(code)
      if (markdownLineEnding(code)) return lineEnding(code)
      effects.enter('latexText')
      return inside(code)
    }

    function close(code: Code): State | undefined {
      effects.exit('latexText')
      effects.exit('latexBlock')
      return factorySpace(effects, trailing, 'whitespace')(code)
    }

    /** Tokenizes text after the block on its last line, which becomes a paragraph. */
    function trailing(code: Code): State | undefined {
      if (code === codes.eof || markdownLineEnding(code)) return ok(code)
      effects.enter('latexTrailing')
      effects.enter('chunkText', { contentType: 'text' })
      return rest(code)
    }

    function rest(code: Code): State | undefined {
      if (code === codes.eof || markdownLineEnding(code)) {
        effects.exit('chunkText')
        effects.exit('latexTrailing')
        return ok(code)
      }
      effects.consume(code)
      return rest
    }
  }
}
