/**
 * Flow constructs of MyST that consist of one line: `(name)=` → `targetName`, `+++ {"part": "abstract"}` →
 * `blockBreak`, `% comment` → an HTML comment, which is removed later. Inside a paragraph a line that begins
 * with `%` is text.
 */
import type { CompileContext, Extension as FromMarkdown } from 'mdast-util-from-markdown'
import { markdownLineEnding } from 'micromark-util-character'
import type { Code, Construct, State, Token, TokenizeContext, TokenType } from 'micromark-util-types'
import type { Dialect } from '../../../model/dialect.ts'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    targetName: 'targetName'
    blockBreak: 'blockBreak'
    lineComment: 'lineComment'
    lineText: 'lineText'
  }
}

const targetLine = /^\(([^\s()][^()]*)\)=\s*$/

/** `(name)=`, the name of the block after it. */
export const targetName = singleLine('targetName', targetLine, true)

/** `+++`, optionally with metadata in braces or brackets. */
export const blockBreak = singleLine('blockBreak', /^\+\+\+\s*(?:\{.*\}|\[.*\])?\s*$/, true)

/**
 * A comment. In MyST it begins with `%` and ends a paragraph; in CommonMark a space follows, and a paragraph
 * goes on. In pandoc's dialect, only LaTeX can be commented out, `%\begin{…}`. On the lines after a comment,
 * no space is needed.
 */
export const lineComments: Readonly<Record<Dialect, Construct>> = {
  pandoc: singleLine('lineComment', /^%\\/, false),
  myst: singleLine('lineComment', /^%/, true),
  commonmark: singleLine('lineComment', /^%(?:[\s%\\]|$)/, false),
}

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
      const text = this.sliceSerialize(token).replace(/^%+/, '').trim()
      // Two hyphens could end the comment of HTML.
      this.enter({ type: 'html', value: `<!-- ${text.replace(/-(?=-)/g, '- ')} -->` }, token)
    },
  },
  exit: { targetName: exitNode, blockBreak: exitNode, lineComment: exitNode },
}

function exitNode(this: CompileContext, token: Token): undefined {
  this.exit(token)
}

/**
 * Construct for a line that matches `pattern` → a token of the given type. `canInterrupt`: whether the
 * line can end a paragraph.
 */
function singleLine(type: TokenType, pattern: RegExp, canInterrupt: boolean): Construct {
  return { name: type, tokenize, concrete: true }

  function tokenize(this: TokenizeContext, ...[effects, ok, nok]: Parameters<Construct['tokenize']>): State {
    // On the first line of a text, `% …` is a title in pandoc's syntax, and must not be lost.
    const isTitle = type === 'lineComment' && !canInterrupt && this.now().line === 1
    const isRefused = isTitle || (this.interrupt === true && !canInterrupt)
    let line = ''
    const last = this.events.findLast(([, token]) => token.type !== 'lineEnding')?.[1]
    const isAfterComment = last?.type === 'lineComment' && last.end.line === this.now().line - 1
    return code => {
      if (isRefused) return nok(code)
      effects.enter(type)
      effects.enter('lineText')
      return inside(code)
    }

    function inside(code: Code): State | undefined {
      if (code === null || markdownLineEnding(code)) {
        if (!(pattern.test(line) || (isAfterComment && line.startsWith('%')))) return nok(code)
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
