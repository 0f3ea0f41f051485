/**
 * `$$…$$` on lines of its own, with `{#eq:x}` or MyST's `(eq:x)` after it → `equation`. As in pandoc there is
 * no blank line in it, so that a fence without its end swallows no more than its paragraph; lines in it may
 * look like a list or a quotation. Equations inside a line are read by `equation-text.ts`.
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

/** Begins at `$`, in flow. */
export const equation: Construct = { name: 'equation', tokenize: tokenizeEquation, concrete: true }

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
 * ```markdown
 * > | $$
 * > | E = mc^2
 * > | $$ {#eq:energy}
 * ```
 */
function tokenizeEquation(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const self = this
  let marks = 0
  let isEscaped = false
  let isBlank = true
  let isEmpty = true
  return start

  function start(code: Code): State | undefined {
    effects.enter('equation')
    effects.enter('equationText')
    return open(code)
  }

  function open(code: Code): State | undefined {
    if (code === codes.dollarSign && marks++ < 2) {
      effects.consume(code)
      return open
    }
    if (marks !== 2) return nok(code)
    marks = 0
    isBlank = false
    return inside(code)
  }

  function inside(code: Code): State | undefined {
    if (code === codes.eof) return nok(code)
    if (markdownLineEnding(code)) return isBlank ? nok(code) : lineEnding(code)
    if (code === codes.dollarSign && !isEscaped) {
      effects.consume(code)
      return ++marks === 2 ? close : inside
    }
    if (!markdownSpace(code)) isBlank = isEmpty = false
    isEscaped = !isEscaped && code === codes.backslash
    marks = 0
    effects.consume(code)
    return inside
  }

  function lineEnding(code: Code): State {
    marks = 0
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

function tokenizeTrailingAttributes(effects: Effects, ok: State, nok: State): State {
  return code => {
    effects.enter('equationAttributes')
    return factorySpace(effects, list, 'whitespace')(code)
  }

  function list(code: Code): State | undefined {
    return code === codes.leftParenthesis ? label(code) : effects.attempt(attributes, end, nok)(code)
  }

  /** A word in brackets, and nothing else. */
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
