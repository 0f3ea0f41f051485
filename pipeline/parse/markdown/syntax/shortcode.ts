/**
 * Quarto's shortcodes, `{{< meta title >}}`, in text → `shortcode`. `parse/passes/shortcodes.ts` replaces
 * those that it can show. A shortcode in three braces, `{{{< … >}}}`, is text.
 */
import type { CompileContext, Extension as FromMarkdown } from 'mdast-util-from-markdown'
import { markdownLineEnding } from 'micromark-util-character'
import { codes } from 'micromark-util-symbol'
import type { Code, Construct, Effects, State, Token, TokenizeContext } from 'micromark-util-types'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    shortcode: 'shortcode'
    shortcodeText: 'shortcodeText'
  }
}

/** Text construct for shortcodes. It starts at `{`. */
export const shortcode: Construct = {
  name: 'shortcode',
  tokenize: tokenizeShortcode,
}

export const shortcodeFromMarkdown: FromMarkdown = {
  enter: {
    shortcode(this: CompileContext, token: Token) {
      const source = this.sliceSerialize(token)
      const inner = source.slice(3, -3)
      const quotedWords = [...inner.matchAll(/(?:[\w-]+=)?"[^"]*"|(?:[\w-]+=)?'[^']*'|\S+/g)].map(
        ([word]) => word,
      )
      const [name = '', ...words] = quotedWords.map(word => word.replace(/^([\w-]+=)?(["'])(.*)\2$/, '$1$3'))
      this.enter({ type: 'shortcode', name, words, source }, token)
    },
  },
  exit: {
    shortcode(this: CompileContext, token: Token) {
      this.exit(token)
    },
  },
}

/**
 * Tokenizes one shortcode. The carets mark the characters of the `shortcode` token, with the braces at both
 * ends.
 *
 * ```markdown
 * > | see {{< video https://example.org/a.mp4 >}}.
 *         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 * ```
 */
function tokenizeShortcode(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const isInBraces = this.previous === codes.leftCurlyBrace
  const opening = [codes.leftCurlyBrace, codes.leftCurlyBrace, codes.lessThan]
  const closing = [codes.greaterThan, codes.rightCurlyBrace, codes.rightCurlyBrace]
  /** Index of the next code in `opening`, later in `closing`. */
  let index = 0
  /** Length of the text after the opening marks, with the closing marks. */
  let length = 0
  return start

  function start(code: Code): State | undefined {
    if (isInBraces) return nok(code)
    effects.enter('shortcode')
    effects.enter('shortcodeText')
    return open(code)
  }

  function open(code: Code): State | undefined {
    if (code !== opening[index]) return nok(code)
    effects.consume(code)
    if (++index < opening.length) return open
    index = 0
    return inside
  }

  function inside(code: Code): State | undefined {
    if (code === codes.eof || markdownLineEnding(code)) return nok(code)
    if (code === closing[index]) index++
    else index = code === codes.greaterThan ? 1 : 0
    length++
    effects.consume(code)
    return index === closing.length ? end : inside
  }

  function end(code: Code): State | undefined {
    effects.exit('shortcodeText')
    effects.exit('shortcode')
    return length > closing.length ? ok(code) : nok(code)
  }
}
