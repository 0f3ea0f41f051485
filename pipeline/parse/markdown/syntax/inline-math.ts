/**
 * `$…$` in text → `inlineMath`, by pandoc's rule, which leaves sums of money as text. The opening `$` is
 * directly followed by a character other than white space. The closing `$` directly follows such a character
 * and is not followed by a digit, unless the formula contains TeX: `16${\times}$9`. Between the two there is
 * no other `$`, unless it is escaped or inside `\text{…}` or `\ce{…}`, where it begins or ends a formula of
 * its own: `$a \text{ if $b$}$`. MyST allows spaces and digits everywhere.
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
export const inlineMath: readonly Construct[] = mathConstructs(isPandocFormula)

/** The same for MyST. */
export const mystMath: readonly Construct[] = mathConstructs(isMystFormula)

/** Whether `text`, between two dollar signs, is a formula. `next`: the character after them. */
type FormulaRule = (text: string, next: Code) => boolean

const tex = /[\\{}^_]/

/** The beginning of text inside a formula, up to its brace. */
const textCommand = /\\(?:text[a-z]*|[mhf]box|intertext|ce|cf|ch|pu)\s*$/

function isPandocFormula(text: string, next: Code): boolean {
  const isTight = /^\S/.test(text) && /(?:\S|\\\s)$/.test(text)
  return isTight && (!asciiDigit(next) || tex.test(text))
}

/**
 * mystmd's options `allow_space` and `allow_digits` are on. The sums of money in `$5 and $6` are text all the
 * same, and so is what a single dollar sign would take with it.
 */
function isMystFormula(text: string, next: Code): boolean {
  if (text.trim() === '') return false
  if (tex.test(text)) return true
  const isEven = /^\s/.test(text) === /\s$/.test(text)
  const isMoney = /^\s*\d/.test(text) && (!isEven || asciiDigit(next))
  return !isMoney && !text.includes('`')
}

export const inlineMathFromMarkdown: FromMarkdown = {
  enter: {
    inlineMath(this: CompileContext, token: Token) {
      const value = this.sliceSerialize(token).slice(1, -1)
      const line = value.replace(/\s*[\r\n]\s*/g, ' ')
      this.enter({ type: 'inlineMath', value: line.replace(/^\s+|(?<!\\)\s+$/g, '') }, token)
    },
  },
  exit: {
    inlineMath(this: CompileContext, token: Token) {
      this.exit(token)
    },
  },
}

/** The second construct is for a formula whose `\text{` has no end. */
function mathConstructs(isFormula: FormulaRule): readonly Construct[] {
  return [true, false].map(hasText => ({
    name: 'inlineMath',
    tokenize: (effects, ok, nok) => formulaStates({ effects, ok, nok, isFormula, hasText }),
  }))
}

interface FormulaInput {
  readonly effects: Effects
  readonly ok: State
  readonly nok: State
  readonly isFormula: FormulaRule
  /** Whether dollar signs inside `\text{…}` belong to formulas of their own. */
  readonly hasText: boolean
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
function formulaStates({ effects, ok, nok, isFormula, hasText }: FormulaInput): State {
  const leaf = leafWriter(effects, 'inlineMathText')
  let isEscaped = false
  let text = ''
  /** The number of open braces since the brace of the outermost text; 0 outside text. */
  let textDepth = 0
  return start

  function start(code: Code): State | undefined {
    effects.enter('inlineMath')
    leaf.consume(code)
    return first
  }

  function first(code: Code): State | undefined {
    return code === codes.dollarSign ? nok(code) : inside(code)
  }

  function inside(code: Code): State | undefined {
    if (code === codes.eof) return nok(code)
    if (hasText && !isEscaped) countBraces(code)
    leaf.consume(code)
    if (code === codes.dollarSign && !isEscaped && textDepth === 0) return after
    isEscaped = !isEscaped && code === codes.backslash
    text += markdownLineEndingOrSpace(code) ? ' ' : String.fromCharCode(code)
    return inside
  }

  function countBraces(code: number): void {
    if (code === codes.rightCurlyBrace && textDepth > 0) textDepth--
    else if (code === codes.leftCurlyBrace && (textDepth > 0 || textCommand.test(text))) textDepth++
  }

  function after(code: Code): State | undefined {
    if (!isFormula(text, code)) return nok(code)
    leaf.close()
    effects.exit('inlineMath')
    return ok(code)
  }
}
