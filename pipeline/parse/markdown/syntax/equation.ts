/**
 * `$$…$$` that takes up whole lines, optionally followed by `{#eq:x}` or MyST's `(eq:x)` → `equation`.
 * As in pandoc, an equation contains no blank line, so `$$` without an end never reaches beyond its
 * paragraph. Lines of an equation may look like a list or a quotation. `equation-text.ts` reads
 * equations inside a line of text.
 */
import type { CompileContext, Extension as FromMarkdown } from 'mdast-util-from-markdown'
import { factorySpace } from 'micromark-factory-space'
import { markdownLineEnding, markdownLineEndingOrSpace, markdownSpace } from 'micromark-util-character'
import { codes } from 'micromark-util-symbol'
import type { Code, Construct, Effects, State, Token, TokenizeContext } from 'micromark-util-types'
import { attributesOf, labelEquation, parseAttributes } from '../tree/attributes.ts'
import { attributes } from './attribute-list.ts'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    equation: 'equation'
    equationText: 'equationText'
    equationAttributes: 'equationAttributes'
    equationLabel: 'equationLabel'
  }
}

/** Flow construct for equations on whole lines. It starts at `$`. */
export const equation: Construct = { name: 'equation', tokenize: tokenizeEquation, concrete: true }

/** Construct for the attributes or the label that follow an equation. */
const trailingAttributes: Construct = { tokenize: tokenizeTrailingAttributes, partial: true }

export const equationFromMarkdown: FromMarkdown = {
  enter: {
    equation(this: CompileContext, token: Token) {
      const [, value = ''] = /^\$\$([\s\S]*)\$\$/.exec(this.sliceSerialize(token)) ?? []
      this.enter({ type: 'equation', value: value.replace(/\r\n?/g, '\n').trim() }, token)
    },
  },
  exit: {
    equationAttributes(this: CompileContext, token: Token) {
      const node = this.stack.at(-1)
      const source = this.sliceSerialize(token).trim()
      const list = source.startsWith('(') ? attributesOf(source.slice(1, -1)) : parseAttributes(source)
      if (node?.type === 'equation' && list) labelEquation(node, list)
    },
    equation(this: CompileContext, token: Token) {
      this.exit(token)
    },
  },
}

/**
 * Tokenizes an equation, with the attributes that may follow it. All three lines of this example become one
 * `equation` token:
 *
 * ```markdown
 * > | $$
 * > | E = mc^2
 * > | $$ {#eq:energy}
 * ```
 */
function tokenizeEquation(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const self = this
  /** Dollar signs in a row. */
  let dollarCount = 0
  let isEscaped = false
  /** Whether the line so far is blank. */
  let isBlank = true
  /** Whether the equation so far is blank. */
  let isEmpty = true
  return start

  function start(code: Code): State | undefined {
    effects.enter('equation')
    effects.enter('equationText')
    return open(code)
  }

  function open(code: Code): State | undefined {
    if (code === codes.dollarSign && dollarCount++ < 2) {
      effects.consume(code)
      return open
    }
    if (dollarCount !== 2) return nok(code)
    dollarCount = 0
    isBlank = false
    return inside(code)
  }

  function inside(code: Code): State | undefined {
    if (code === codes.eof) return nok(code)
    if (markdownLineEnding(code)) return isBlank ? nok(code) : lineEnding(code)
    if (code === codes.dollarSign && !isEscaped) {
      effects.consume(code)
      return ++dollarCount === 2 ? close : inside
    }
    if (!markdownSpace(code)) isBlank = isEmpty = false
    isEscaped = !isEscaped && code === codes.backslash
    dollarCount = 0
    effects.consume(code)
    return inside
  }

  function lineEnding(code: Code): State {
    dollarCount = 0
    isEscaped = false
    isBlank = true
    effects.exit('equationText')
    effects.enter('lineEnding')
    effects.consume(code)
    effects.exit('lineEnding')
    return lineStart
  }

  function lineStart(code: Code): State | undefined {
    if (self.parser.lazy[self.now().line] || code === codes.eof || markdownLineEnding(code)) return nok(code)
    effects.enter('equationText')
    return inside(code)
  }

  function close(code: Code): State | undefined {
    effects.exit('equationText')
    if (isEmpty || code === codes.dollarSign) return nok(code)
    return effects.attempt(trailingAttributes, afterAttributes, afterAttributes)(code)
  }

  function afterAttributes(code: Code): State | undefined {
    effects.exit('equation')
    return factorySpace(effects, end, 'whitespace')(code)
  }

  function end(code: Code): State | undefined {
    return code === codes.eof || markdownLineEnding(code) ? ok(code) : nok(code)
  }
}

/** Tokenizes optional spaces, then `{#eq:x}` or `(eq:x)`. */
function tokenizeTrailingAttributes(effects: Effects, ok: State, nok: State): State {
  return code => {
    effects.enter('equationAttributes')
    return factorySpace(effects, list, 'whitespace')(code)
  }

  function list(code: Code): State | undefined {
    return code === codes.leftParenthesis ? label(code) : effects.attempt(attributes, end, nok)(code)
  }

  /** Tokenizes the label of an equation, `(eq:x)`: parentheses around a word without spaces. */
  function label(code: Code): State | undefined {
    effects.enter('equationLabel')
    effects.consume(code)
    return first
  }

  function first(code: Code): State | undefined {
    return code === codes.rightParenthesis ? nok(code) : insideLabel(code)
  }

  function insideLabel(code: Code): State | undefined {
    if (code === codes.eof || markdownLineEndingOrSpace(code) || code === codes.leftParenthesis)
      return nok(code)
    effects.consume(code)
    if (code !== codes.rightParenthesis) return insideLabel
    effects.exit('equationLabel')
    return end
  }

  function end(code: Code): State | undefined {
    effects.exit('equationAttributes')
    return ok(code)
  }
}
