/**
 * `^[a footnote written where it is called]` → `note`. Its text is full inline Markdown.
 */
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

/** Begins at `^`. */
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
