/**
 * LaTeX in a line of text → a `latex` token: a command with its arguments, `\(…\)` and `\[…\]`, a group
 * `{\em …}`, an environment, bookdown's `\@ref(x)` and `(\#x)`. This construct only finds where the LaTeX
 * ends; `parse/markdown/latex/` reads it later. Escapes of CommonMark keep their meaning: `\\` and `\&` are
 * not LaTeX. `\(` and `\[` begin LaTeX only if a formula follows.
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

/** Text construct for LaTeX inside a line. It starts at `\`, `{` and `(`. */
export const latexText: Construct = { name: 'latexText', tokenize: tokenizeLatexText }

function tokenizeLatexText(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const before = characterOf(this.previous)
  const leaf = leafWriter(effects, 'latexText')
  const extent = latexExtent(before)
  /** Characters of the LaTeX that are not consumed yet; 0 also if the lookahead found no LaTeX. */
  let remaining = 0
  return effects.check({ partial: true, tokenize: tokenizeAhead }, begin, nok)

  function begin(code: Code): State | undefined {
    if (remaining === 0) return nok(code)
    effects.enter('latex')
    return inside(code)
  }

  function inside(code: Code): State | undefined {
    if (remaining === 0) {
      leaf.close()
      effects.exit('latex')
      return ok(code)
    }
    remaining--
    leaf.consume(code)
    return inside
  }

  /** Finds the length of the LaTeX. The tokenizer always succeeds; the length is 0 if there is no LaTeX. */
  function tokenizeAhead(aheadEffects: Effects, aheadOk: State): State {
    const aheadLeaf = leafWriter(aheadEffects, 'latexText')
    return look

    function look(code: Code): State | undefined {
      if (code !== codes.eof && extent.take(characterOf(code))) {
        aheadLeaf.consume(code)
        return look
      }
      remaining = extent.length()
      aheadLeaf.close()
      return aheadOk(code)
    }
  }
}

/**
 * The character of a micromark code: `\n` for a line ending, a space for a tab, `''` for the end of the text.
 * micromark gives line endings and tabs codes below zero.
 */
function characterOf(code: Code): string {
  if (code === null) return ''
  if (markdownLineEnding(code)) return '\n'
  return code < 0 ? ' ' : String.fromCharCode(code)
}
