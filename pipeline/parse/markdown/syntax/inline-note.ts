/** `^[text]`, a footnote that is written at the place of its mark → `note`. The text is inline Markdown. */
import type { CompileContext, Extension as FromMarkdown } from 'mdast-util-from-markdown'
import { codes } from 'micromark-util-symbol'
import type { Code, Construct, Effects, State, Token } from 'micromark-util-types'
import { bracketedText } from './bracketed-text.ts'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    inlineNote: 'inlineNote'
    inlineNoteMarker: 'inlineNoteMarker'
    inlineNoteText: 'inlineNoteText'
  }
}

/** Text construct for notes. It starts at `^`. */
export const inlineNote: Construct = { name: 'inlineNote', tokenize: tokenizeInlineNote }

export const inlineNoteFromMarkdown: FromMarkdown = {
  canContainEols: ['note'],
  enter: {
    inlineNote(this: CompileContext, token: Token) {
      this.enter({ type: 'note', children: [] }, token)
    },
  },
  exit: {
    inlineNote(this: CompileContext, token: Token) {
      this.exit(token)
    },
  },
}

/**
 * Tokenizes one note. The carets mark the characters of the `inlineNote` token, from `^[` to the closing
 * bracket.
 *
 * ```markdown
 * > | text^[a *note*] text
 *         ^^^^^^^^^^^
 * ```
 */
function tokenizeInlineNote(effects: Effects, ok: State, nok: State): State {
  return start

  function start(code: Code): State | undefined {
    effects.enter('inlineNote')
    effects.enter('inlineNoteMarker')
    effects.consume(code)
    return bracket
  }

  function bracket(code: Code): State | undefined {
    if (code !== codes.leftSquareBracket) return nok(code)
    effects.consume(code)
    effects.exit('inlineNoteMarker')
    return text
  }

  function text(code: Code): State | undefined {
    if (code === codes.rightSquareBracket) return nok(code)
    return bracketedText({ effects, ok: close, nok, type: 'inlineNoteText' })(code)
  }

  function close(code: Code): State | undefined {
    effects.enter('inlineNoteMarker')
    effects.consume(code)
    effects.exit('inlineNoteMarker')
    effects.exit('inlineNote')
    return ok
  }
}
