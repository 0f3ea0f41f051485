/**
 * LaTeX in a line of text → `latex`, to be read by `parse/latex/`: a command with its arguments, `\(…\)` and
 * `\[…\]`, a group `{\em …}`, an environment, bookdown's `\@ref(x)` and `(\#x)`. Here is only found where
 * it ends. Escapes of CommonMark keep their meaning: `\\`, `\&`, `\[` and the like are none of these.
 */
import { markdownLineEnding } from 'micromark-util-character'
import { codes } from 'micromark-util-symbol'
import type { Code, Construct, Effects, State, TokenizeContext } from 'micromark-util-types'
import { latexExtent } from '../latex-grammar/extent.ts'
import { leafWriter } from './leaf-writer.ts'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    latex: 'latex'
    latexText: 'latexText'
  }
}

/** Begins at `\`, at `{` and at `(`. */
export const latexText: Construct = { name: 'latexText', tokenize: tokenizeLatexText }

function tokenizeLatexText(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const before = characterOf(this.previous)
  const leaf = leafWriter(effects, 'latexText')
  const extent = latexExtent(before)
  let length = 0
  return effects.check({ partial: true, tokenize: tokenizeAhead }, begin, nok)

  function begin(code: Code): State | undefined {
    if (length === 0) return nok(code)
    effects.enter('latex')
    return inside(code)
  }

  function inside(code: Code): State | undefined {
    if (length === 0) {
      leaf.close()
      effects.exit('latex')
      return ok(code)
    }
    length--
    leaf.consume(code)
    return inside
  }

  function tokenizeAhead(ahead: Effects, done: State): State {
    const read = leafWriter(ahead, 'latexText')
    return look

    function look(code: Code): State | undefined {
      if (code !== codes.eof && extent.take(characterOf(code))) {
        read.consume(code)
        return look
      }
      length = extent.length()
      read.close()
      return done(code)
    }
  }
}

/** micromark has codes below zero for line endings and tabs. */
function characterOf(code: Code): string {
  if (code === null) return ''
  if (markdownLineEnding(code)) return '\n'
  return code < 0 ? ' ' : String.fromCharCode(code)
}
