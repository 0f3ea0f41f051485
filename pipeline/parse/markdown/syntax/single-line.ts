/**
 * Constructs of MyST that are one line of flow: `(name)=`, `+++ {"part": "abstract"}`, `% comment`. A comment
 * becomes one of HTML, as those are taken out; in a paragraph a line may well begin with `%`, so that there
 * it is text.
 */
import type { CompileContext, Extension as FromMarkdown } from 'mdast-util-from-markdown'
import { markdownLineEnding } from 'micromark-util-character'
import type { Code, Construct, State, Token, TokenizeContext, TokenType } from 'micromark-util-types'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    targetName: 'targetName'
    blockBreak: 'blockBreak'
    lineComment: 'lineComment'
    lineText: 'lineText'
  }
}

const targetLine = /^\(([^\s()][^()]*)\)=\s*$/

/** Begins at `(`. */
export const targetName = singleLine('targetName', targetLine, true)

/** Begins at `+`. */
export const blockBreak = singleLine('blockBreak', /^\+\+\+\s*(?:\{.*\}|\[.*\])?\s*$/, true)

/** Begins at `%`. */
export const lineComment = singleLine('lineComment', /^%(?:\s|%|$)/, false)

export const singleLineFromMarkdown: FromMarkdown = {
  enter: {
    targetName(this: CompileContext, token: Token) {
      const [, value = ''] = targetLine.exec(this.sliceSerialize(token)) ?? []
      this.enter({ type: 'targetName', value: value.trim() }, token)
    },
    blockBreak(this: CompileContext, token: Token) {
      this.enter(
        {
          type: 'blockBreak',
          meta: this.sliceSerialize(token)
            .replace(/^\+\+\+\s*/, '')
            .trim(),
        },
        token,
      )
    },
    lineComment(this: CompileContext, token: Token) {
      this.enter({ type: 'html', value: `<!--${this.sliceSerialize(token).replace(/^%+/, '')} -->` }, token)
    },
  },
  exit: { targetName: exit, blockBreak: exit, lineComment: exit },
}

function exit(this: CompileContext, token: Token): undefined {
  this.exit(token)
}

function singleLine(type: TokenType, pattern: RegExp, interrupts: boolean): Construct {
  return { name: type, tokenize, concrete: true }

  function tokenize(this: TokenizeContext, ...[effects, ok, nok]: Parameters<Construct['tokenize']>): State {
    // At the very beginning `% …` is pandoc's title, which no one may lose.
    const isTitle = type === 'lineComment' && this.now().line === 1
    const isRefused = isTitle || (this.interrupt === true && !interrupts)
    let line = ''
    return code => {
      if (isRefused) return nok(code)
      effects.enter(type)
      effects.enter('lineText')
      return inside(code)
    }

    function inside(code: Code): State | undefined {
      if (code === null || markdownLineEnding(code)) {
        if (!pattern.test(line)) return nok(code)
        effects.exit('lineText')
        effects.exit(type)
        return ok(code)
      }
      line += code < 0 ? ' ' : String.fromCharCode(code)
      effects.consume(code)
      return inside
    }
  }
}
