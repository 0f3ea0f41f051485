/**
 * `{#id .class key=value}` in text → `attributeList`. `normalize/attributes.ts` decides later to which node
 * the attributes belong. Spans and equations use `attributes` to read the list at their end.
 */
import type { CompileContext, Extension as FromMarkdown } from 'mdast-util-from-markdown'
import { markdownLineEnding, markdownSpace } from 'micromark-util-character'
import { codes } from 'micromark-util-symbol'
import type { Code, Construct, Effects, State, Token } from 'micromark-util-types'
import { attributesOf, parseAttributes } from '../tree/attributes.ts'
import { leafWriter } from './leaf-writer.ts'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    attributes: 'attributes'
    attributesText: 'attributesText'
    attributeList: 'attributeList'
  }
}

/** Partial construct: a valid list with its braces, inside another construct. It starts at `{`. */
export const attributes: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    return effects.attempt(quotedAttributes, ok, effects.attempt(strayAttributes, ok, nok))
  },
}

/** A list in whose quotation marks a brace is text. */
const quotedAttributes: Construct = {
  partial: true,
  tokenize: (effects, ok, nok) => attributeStates(effects, { ok, nok, hasQuotes: true }),
}

/** A list with a quotation mark that has no partner: `{width="50}`. */
const strayAttributes: Construct = {
  partial: true,
  tokenize: (effects, ok, nok) => attributeStates(effects, { ok, nok, hasQuotes: false }),
}

interface AttributeOptions {
  readonly ok: State
  readonly nok: State
  readonly hasQuotes: boolean
}

/** Text construct: a valid list anywhere in the text. It starts at `{`. */
export const attributeList: Construct = {
  name: 'attributeList',
  tokenize(effects, ok, nok) {
    return code => {
      effects.enter('attributeList')
      return effects.attempt(attributes, end, nok)(code)
    }

    function end(code: Code): State | undefined {
      effects.exit('attributeList')
      return ok(code)
    }
  },
}

export const attributeListFromMarkdown: FromMarkdown = {
  enter: {
    attributeList(this: CompileContext, token: Token) {
      const source = this.sliceSerialize(token)
      this.enter(
        { type: 'attributeList', attributes: parseAttributes(source) ?? attributesOf(undefined), source },
        token,
      )
    },
  },
  exit: {
    attributeList(this: CompileContext, token: Token) {
      this.exit(token)
    },
  },
}

/**
 * Tokenizes a list with its braces. It fails if `parseAttributes` cannot read the list.
 *
 * ```markdown
 * > | {#fig:x width="50 %"}
 *     ^^^^^^^^^^^^^^^^^^^^^
 * ```
 */
function attributeStates(effects: Effects, { ok, nok, hasQuotes }: AttributeOptions): State {
  const leaf = leafWriter(effects, 'attributesText')
  let source = ''
  let quote: Code = codes.eof
  let isEscaped = false
  return start

  function start(code: Code): State | undefined {
    if (code !== codes.leftCurlyBrace) return nok(code)
    effects.enter('attributes')
    return consume(code)
  }

  function inside(code: Code): State | undefined {
    if (code === codes.eof) return nok(code)
    if (quote !== codes.eof) {
      if (!isEscaped && code === quote) quote = codes.eof
      isEscaped = !isEscaped && code === codes.backslash
      return consume(code)
    }
    if (code === codes.leftCurlyBrace) return nok(code)
    if (code === codes.rightCurlyBrace) return close(code)
    if (hasQuotes && isQuote(code) && source.endsWith('=')) quote = code
    return consume(code)
  }

  function consume(code: Code): State {
    leaf.consume(code)
    source += characterOfCode(code)
    return inside
  }

  function close(code: Code): State | undefined {
    consume(code)
    leaf.close()
    if (!parseAttributes(source)) return nok
    effects.exit('attributes')
    return ok
  }
}

function isQuote(code: Code): boolean {
  return code === codes.quotationMark || code === codes.apostrophe
}

/**
 * The character of a micromark code: `\n` for a line ending, a space for a tab, `''` for the end of the text.
 */
function characterOfCode(code: Code): string {
  if (code === null) return ''
  if (markdownLineEnding(code)) return '\n'
  return markdownSpace(code) ? ' ' : String.fromCharCode(code)
}
