/**
 * Flow constructs of MyST that consist of one line: `(name)=` → `targetName`, `+++ {"part": "abstract"}` →
 * `blockBreak`, `% comment` → an HTML comment, which is removed later. Inside a paragraph a line that begins
 * with `%` is text.
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

/** `(name)=`, the name of the block after it. */
export const targetName = singleLine('targetName', targetLine, true)

/** `+++`, optionally with metadata in braces or brackets. */
export const blockBreak = singleLine('blockBreak', /^\+\+\+\s*(?:\{.*\}|\[.*\])?\s*$/, true)

/** `% comment`. Unlike the other two, a comment does not end a paragraph. */
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
    const isTitle = type === 'lineComment' && this.now().line === 1
    const isRefused = isTitle || (this.interrupt === true && !canInterrupt)
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
