/**
 * `$…$` in text → `inlineMath`, by pandoc's rule, which leaves sums of money as text. The opening `$` is
 * directly followed by a character other than white space. The closing `$` directly follows such a character
 * and is not followed by a digit. Between the two there is no other `$`, unless it is escaped or inside
 * `\text{…}`, where it begins or ends a formula of its own: `$a \text{ if $b$}$`.
 */
import type { CompileContext, Extension as FromMarkdown } from 'mdast-util-from-markdown'
import { asciiDigit, markdownLineEndingOrSpace } from 'micromark-util-character'
import { codes } from 'micromark-util-symbol'
import type { Code, Construct, Effects, State, Token } from 'micromark-util-types'
import { leafWriter } from './leaf-writer.ts'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    inlineMath: 'inlineMath'
    inlineMathText: 'inlineMathText'
  }
}

/** Text constructs for formulas inside a line. They start at `$`. */
export const inlineMath: readonly Construct[] = [
  { name: 'inlineMath', tokenize: tokenizer(true) },
  // For a formula whose `\text{` has no end.
  { name: 'inlineMath', tokenize: tokenizer(false) },
]

/** The beginning of text inside a formula, up to its brace. */
const textCommand = /\\(?:text[a-z]*|[mhf]box|intertext)\s*$/

export const inlineMathFromMarkdown: FromMarkdown = {
  enter: {
    inlineMath(this: CompileContext, token: Token) {
      const value = this.sliceSerialize(token).slice(1, -1)
      this.enter({ type: 'inlineMath', value: value.replace(/\s*[\r\n]\s*/g, ' ') }, token)
    },
  },
  exit: {
    inlineMath(this: CompileContext, token: Token) {
      this.exit(token)
    },
  },
}

/**
 * Tokenizes one formula. The carets mark the characters of the `inlineMath` token. `$5 and $6` is not a
 * formula: the second `$` follows a space.
 *
 * ```markdown
 * > | so that $a < b$ holds, for $5 and $6
 *             ^^^^^^^
 * ```
 */
function tokenizer(hasText: boolean) {
  return (effects: Effects, ok: State, nok: State): State => tokenizeInlineMath(hasText, effects, ok, nok)
}

function tokenizeInlineMath(hasText: boolean, effects: Effects, ok: State, nok: State): State {
  const leaf = leafWriter(effects, 'inlineMathText')
  let isAfterSpace = false
  let isEscaped = false
  /** The last characters of the formula. */
  let recent = ''
  /** The number of open braces since the brace of the outermost text; 0 outside text. */
  let textDepth = 0
  return start

  function start(code: Code): State | undefined {
    effects.enter('inlineMath')
    leaf.consume(code)
    return first
  }

  function first(code: Code): State | undefined {
    if (code === codes.dollarSign || markdownLineEndingOrSpace(code)) return nok(code)
    return inside(code)
  }

  function inside(code: Code): State | undefined {
    if (code === codes.eof) return nok(code)
    if (hasText && !isEscaped) countBraces(code)
    if (code === codes.dollarSign && !isEscaped && textDepth === 0) {
      if (isAfterSpace) return nok(code)
      leaf.consume(code)
      return after
    }
    isEscaped = !isEscaped && code === codes.backslash
    isAfterSpace = markdownLineEndingOrSpace(code)
    recent = `${recent.slice(-20)}${code < 0 ? ' ' : String.fromCharCode(code)}`
    leaf.consume(code)
    return inside
  }

  function countBraces(code: number): void {
    if (code === codes.rightCurlyBrace && textDepth > 0) textDepth--
    else if (code === codes.leftCurlyBrace && (textDepth > 0 || textCommand.test(recent))) textDepth++
  }

  function after(code: Code): State | undefined {
    if (asciiDigit(code)) return nok(code)
    leaf.close()
    effects.exit('inlineMath')
    return ok(code)
  }
}
