/**
 * `x^2^` → `superscript`, `H~2~O` → `subscript`, as in pandoc. The text contains white space only if it is
 * escaped or inside brackets, code or math. `~~` marks deleted text. Unlike in pandoc, `^[a]^[b]` is two
 * notes, because papers have several notes at one word.
 */
import type { CompileContext, Extension as FromMarkdown } from 'mdast-util-from-markdown'
import { markdownLineEndingOrSpace } from 'micromark-util-character'
import { codes } from 'micromark-util-symbol'
import type { Code, Construct, Effects, State, Token, TokenizeContext } from 'micromark-util-types'
import { raisedWalk } from './raised-walk.ts'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    superscript: 'superscript'
    subscript: 'subscript'
    raisedMarker: 'raisedMarker'
  }
}

/** Text construct for superscripts. It starts at `^`. */
export const superscript: Construct = {
  name: 'superscript',
  tokenize(effects, ok, nok) {
    return tokenizeRaised(this, effects, { ok, nok, type: 'superscript', mark: codes.caret })
  },
}

/** Text construct for subscripts. It starts at `~`. */
export const subscript: Construct = {
  name: 'subscript',
  previous: code => code !== codes.tilde,
  tokenize(effects, ok, nok) {
    return tokenizeRaised(this, effects, { ok, nok, type: 'subscript', mark: codes.tilde })
  },
}

export const raisedTextFromMarkdown: FromMarkdown = {
  enter: {
    superscript(this: CompileContext, token: Token) {
      this.enter({ type: 'superscript', children: [] }, token)
    },
    subscript(this: CompileContext, token: Token) {
      this.enter({ type: 'subscript', children: [] }, token)
    },
  },
  exit: {
    superscript(this: CompileContext, token: Token) {
      this.exit(token)
    },
    subscript(this: CompileContext, token: Token) {
      this.exit(token)
    },
  },
}

interface Raised {
  readonly ok: State
  readonly nok: State
  readonly type: 'superscript' | 'subscript'
  /** Code of the mark at both ends: `^` or `~`. */
  readonly mark: NonNullable<Code>
}

/**
 * Tokenizes one superscript or subscript. The carets mark the characters of the `superscript` token and of
 * the `subscript` token, with the marks at both ends.
 *
 * ```markdown
 * > | 10^*n*^ and H~2~O
 *       ^^^^^      ^^^
 * ```
 */
function tokenizeRaised(self: TokenizeContext, effects: Effects, { ok, nok, type, mark }: Raised): State {
  const walk = raisedWalk(mark)
  return start

  function start(code: Code): State | undefined {
    // This is the second mark of `~~` or `^^`. micromark uses `previous` only to find the end of plain text,
    // so the mark before must be checked here, too.
    if (self.previous === mark && !isEscaped(self)) return nok(code)
    effects.enter(type)
    marker(code)
    return first
  }

  function first(code: Code): State | undefined {
    if (code === codes.eof || code === mark || markdownLineEndingOrSpace(code)) return nok(code)
    effects.enter('chunkText', { contentType: 'text' })
    return inside(code)
  }

  function inside(code: Code): State | undefined {
    const step = walk.step(code)
    if (step === 'failed') return nok(code)
    if (step === 'closed') {
      effects.exit('chunkText')
      marker(code)
      return after
    }
    effects.consume(code)
    return inside
  }

  function after(code: Code): State | undefined {
    if (walk.beginsAsNote() && code === codes.leftSquareBracket) return nok(code)
    if (mark === codes.tilde && code === codes.tilde) return nok(code)
    effects.exit(type)
    return ok(code)
  }

  function marker(code: Code): void {
    effects.enter('raisedMarker')
    effects.consume(code)
    effects.exit('raisedMarker')
  }
}

/** Whether the character before is escaped, as in `\^^x^`. */
function isEscaped({ events }: TokenizeContext): boolean {
  return events.at(-1)?.[1].type === 'characterEscape'
}
