/**
 * An environment of LaTeX or `\[…\]` that begins on a line of its own → `latexBlock`; text may stand before
 * it and go on after it without blank lines. It may hold blank lines and what looks like a list. The lines
 * that begin one are known beforehand (`latex-grammar/environment-pairs.ts`).
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

/** Begins at `\`, in flow. `lines`: first line → last line. */
export function latexBlock(lines: ReadonlyMap<number, number>): Construct {
  return { name: 'latexBlock', tokenize, concrete: true }

  function tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
    const self = this
    const last = lines.get(self.now().line)
    let text = ''
    return start

    function start(code: Code): State | undefined {
      if (last === undefined) return nok(code)
      if (self.interrupt) return ok(code)
      effects.enter('latexBlock')
      effects.enter('latexText')
      return inside(code)
    }

    function inside(code: Code): State | undefined {
      if (code === codes.eof) return nok(code)
      if (text !== '' && !/^\\(?:$|\[|b$|be$|beg$|begi$|begin)/.test(text.slice(0, 6))) return nok(code)
      if (markdownLineEnding(code)) {
        effects.exit('latexText')
        return lineEnding(code)
      }
      text += code < 0 ? ' ' : String.fromCharCode(code)
      effects.consume(code)
      return isWhole() ? close : inside
    }

    function isWhole(): boolean {
      if (text.startsWith('\\[')) return text.length > 3 && text.endsWith('\\]')
      return text.endsWith('}') && self.now().line === last && (environmentEnd(text, 64) ?? 0) > 0
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
      if (self.parser.lazy[line] || code === codes.eof || line > (last ?? 0)) return nok(code)
      if (markdownLineEnding(code)) return lineEnding(code)
      effects.enter('latexText')
      return inside(code)
    }

    function close(code: Code): State | undefined {
      effects.exit('latexText')
      effects.exit('latexBlock')
      return factorySpace(effects, trailing, 'whitespace')(code)
    }

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
