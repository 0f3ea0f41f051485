/**
 * `[text]{.class}` → `span`. There are two exceptions. If the manuscript defines the label, `[text]: url`,
 * the brackets stay a link. `[@a]{.retracted}` stays a citation.
 */
import type { CompileContext, Extension as FromMarkdown } from 'mdast-util-from-markdown'
import { codes } from 'micromark-util-symbol'
import type { Code, Construct, Effects, State, Token, TokenizeContext } from 'micromark-util-types'
import { attributesOf, parseAttributes } from '../tree/attributes.ts'
import { attributes } from './attribute-list.ts'
import { bracketedText } from './bracketed-text.ts'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    span: 'span'
    spanMarker: 'spanMarker'
    spanText: 'spanText'
    spanAttributes: 'spanAttributes'
  }
}

/** Text construct. It starts at `[`. */
export const bracketedSpan: Construct = { name: 'bracketedSpan', tokenize: tokenizeBracketedSpan }

export const bracketedSpanFromMarkdown: FromMarkdown = {
  canContainEols: ['span'],
  enter: {
    span(this: CompileContext, token: Token) {
      this.enter({ type: 'span', attributes: attributesOf(undefined), children: [] }, token)
    },
  },
  exit: {
    spanAttributes(this: CompileContext, token: Token) {
      const span = this.stack.at(-1)
      if (span?.type === 'span')
        span.attributes = parseAttributes(this.sliceSerialize(token)) ?? span.attributes
    },
    span(this: CompileContext, token: Token) {
      this.exit(token)
    },
  },
}

/**
 * Tokenizes the brackets, the text between them and the attributes.
 *
 * ```markdown
 * > | a [b *c*]{.d} e
 *       ^^^^^^^^^^^
 * ```
 */
function tokenizeBracketedSpan(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const self = this
  let textStart = self.now()
  let attributesStart = textStart
  let isCitation = false
  return start

  function start(code: Code): State | undefined {
    effects.enter('span')
    marker(code)
    textStart = self.now()
    return afterMarker
  }

  function afterMarker(code: Code): State | undefined {
    if (code === codes.caret) return nok(code)
    return bracketedText({ effects, ok: close, nok, type: 'spanText' })(code)
  }

  function close(code: Code): State | undefined {
    const label = self.sliceSerialize({ start: textStart, end: self.now() })
    if (self.parser.defined.includes(normalizeLabel(label))) return nok(code)
    isCitation = label.includes('@')
    marker(code)
    return beforeAttributes
  }

  function beforeAttributes(code: Code): State | undefined {
    effects.enter('spanAttributes')
    attributesStart = self.now()
    return effects.attempt(attributes, afterAttributes, nok)(code)
  }

  function afterAttributes(code: Code): State | undefined {
    const source = self.sliceSerialize({ start: attributesStart, end: self.now() })
    if (isCitation && /^\{\s*\.retracted\s*\}$/.test(source)) return nok(code)
    effects.exit('spanAttributes')
    effects.exit('span')
    return ok(code)
  }

  /** Consumes a bracket. */
  function marker(code: Code): void {
    effects.enter('spanMarker')
    effects.consume(code)
    effects.exit('spanMarker')
  }
}

/**
 * A label in the form in which micromark lists the labels of definitions: without differences in case and
 * white space (CommonMark 0.31.2, section "Links", "matches").
 */
function normalizeLabel(label: string): string {
  return label
    .replace(/[\t\n\r ]+/g, ' ')
    .trim()
    .toLowerCase()
    .toUpperCase()
}
