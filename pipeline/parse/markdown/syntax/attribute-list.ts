/**
 * `{#id .class key=value}` in text → `attributeList`. To what it belongs is decided in the tree
 * (`normalize/attributes.ts`); other constructs use `attributes` as their last part.
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

/** A valid list in its braces, as part of another construct. */
export const attributes: Construct = { tokenize: tokenizeAttributes, partial: true }

/** A valid list anywhere in the text. */
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
 * ```markdown
 * > | {#fig:x width="50 %"}
 *     ^^^^^^^^^^^^^^^^^^^^^
 * ```
 */
function tokenizeAttributes(effects: Effects, ok: State, nok: State): State {
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
    if (isQuote(code) && source.endsWith('=')) quote = code
    return consume(code)
  }

  function consume(code: Code): State {
    leaf.consume(code)
    source += textOf(code)
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

/** micromark has codes below zero for line endings and tabs. */
function textOf(code: Code): string {
  if (code === null) return ''
  if (markdownLineEnding(code)) return '\n'
  return markdownSpace(code) ? ' ' : String.fromCharCode(code)
}
