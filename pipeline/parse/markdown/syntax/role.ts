/**
 * MyST's roles, `` {name}`text` `` → `role`. The node keeps the text in two forms: parsed as Markdown in
 * `children`, and as one line of source in `value`. `myst/roles/index.ts` gives each role its meaning.
 */
import type { CompileContext, Extension as FromMarkdown } from 'mdast-util-from-markdown'
import { markdownLineEnding } from 'micromark-util-character'
import { codes } from 'micromark-util-symbol'
import type { Code, Construct, Effects, State, Token } from 'micromark-util-types'
import { attributesOf, parseAttributes } from '../tree/attributes.ts'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    role: 'role'
    roleMarker: 'roleMarker'
    roleName: 'roleName'
    roleText: 'roleText'
  }
}

/** Text construct for roles. It starts at `{`. */
export const role: Construct = { name: 'role', tokenize: tokenizeRole }

/**
 * The name of a role in its braces. Any text without braces may follow the name; MyST has its options there.
 */
const bracedName = /^\{([A-Za-z][\w:.+-]*)([^{}]*)\}$/

export const roleFromMarkdown: FromMarkdown = {
  canContainEols: ['role'],
  enter: {
    role(this: CompileContext, token: Token) {
      this.enter(
        {
          type: 'role',
          name: '',
          attributes: attributesOf(undefined),
          value: '',
          source: this.sliceSerialize(token),
          children: [],
        },
        token,
      )
    },
  },
  exit: {
    roleName(this: CompileContext, token: Token) {
      const node = this.stack.at(-1)
      if (node?.type !== 'role') return
      const [, name = '', list = ''] = bracedName.exec(this.sliceSerialize(token)) ?? []
      node.name = name
      node.attributes = parseAttributes(`{${list}}`) ?? node.attributes
    },
    roleText(this: CompileContext, token: Token) {
      const node = this.stack.at(-1)
      if (node?.type === 'role')
        node.value = this.sliceSerialize(token)
          .replace(/\s*[\r\n]\s*/g, ' ')
          .trim()
    },
    role(this: CompileContext, token: Token) {
      this.exit(token)
    },
  },
}

/**
 * Tokenizes one role. The carets mark the characters of the `role` token, from the brace to the last
 * backtick. As with code, any number of backticks may surround the text; as many backticks close it as open
 * it.
 *
 * ```markdown
 * > | as {cite:p}`doe99` says
 *        ^^^^^^^^^^^^^^^
 * ```
 */
function tokenizeRole(effects: Effects, ok: State, nok: State): State {
  let name = ''
  /** Number of opening backticks. */
  let openingCount = 0
  /** Number of closing backticks that are consumed. */
  let closingCount = 0
  let previousChunk: Token | undefined
  /** Construct for exactly as many backticks as opened the text. */
  const closing: Construct = { tokenize: tokenizeClosing, partial: true }
  return start

  function start(code: Code): State | undefined {
    effects.enter('role')
    effects.enter('roleName')
    return inName(code)
  }

  function inName(code: Code): State | undefined {
    if (code === null || code < 0) return nok(code)
    name += String.fromCharCode(code)
    effects.consume(code)
    if (code !== codes.rightCurlyBrace) return /^\{(?:[A-Za-z][^{}]*)?$/.test(name) ? inName : nok
    if (!bracedName.test(name)) return nok
    effects.exit('roleName')
    return beforeMarks
  }

  function beforeMarks(code: Code): State | undefined {
    if (code !== codes.graveAccent) return nok(code)
    effects.enter('roleMarker')
    return marks(code)
  }

  function marks(code: Code): State | undefined {
    if (code === codes.graveAccent) {
      openingCount++
      effects.consume(code)
      return marks
    }
    effects.exit('roleMarker')
    effects.enter('roleText')
    return chunkStart(code)
  }

  function chunkStart(code: Code): State | undefined {
    if (code === codes.eof) return nok(code)
    return code === codes.graveAccent ? effects.check(closing, end, chunk)(code) : chunk(code)
  }

  function chunk(code: Code): State | undefined {
    // The first chunk must not have the field `previous`.
    const chunkToken = effects.enter('chunkText', {
      contentType: 'text',
      ...(previousChunk && { previous: previousChunk }),
    })
    if (previousChunk) previousChunk.next = chunkToken
    previousChunk = chunkToken
    return code === codes.graveAccent ? otherMarks(code) : consume(code)
  }

  function consume(code: Code): State {
    effects.consume(code)
    if (!markdownLineEnding(code)) return inside
    effects.exit('chunkText')
    return chunkStart
  }

  function inside(code: Code): State | undefined {
    if (code === codes.eof) return nok(code)
    if (code !== codes.graveAccent) return consume(code)
    return effects.check(closing, exitChunk, otherMarks)(code)
  }

  /** Consumes a run of backticks that does not close the text, because it is longer or shorter. */
  function otherMarks(code: Code): State | undefined {
    if (code !== codes.graveAccent) return inside(code)
    effects.consume(code)
    return otherMarks
  }

  function exitChunk(code: Code): State | undefined {
    effects.exit('chunkText')
    return end(code)
  }

  function end(code: Code): State | undefined {
    effects.exit('roleText')
    effects.enter('roleMarker')
    closingCount = 0
    return close(code)
  }

  function close(code: Code): State | undefined {
    if (closingCount < openingCount) {
      closingCount++
      effects.consume(code)
      return close
    }
    effects.exit('roleMarker')
    effects.exit('role')
    return ok(code)
  }

  function tokenizeClosing(effects: Effects, ok: State, nok: State): State {
    let count = 0
    return code => {
      effects.enter('roleMarker')
      return next(code)
    }

    function next(code: Code): State | undefined {
      if (code === codes.graveAccent) {
        count++
        effects.consume(code)
        return next
      }
      effects.exit('roleMarker')
      return count === openingCount ? ok(code) : nok(code)
    }
  }
}
