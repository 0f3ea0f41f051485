/**
 * MyST's directives as tokens: ```` ```{note} Title ````, `:::{figure} a.png`. micromark's document tokenizer
 * reads a body of Markdown, so that its positions, definitions and footnotes belong to the manuscript. Any
 * other body is plain text. `directive-fences.ts` tells the lines of a directive apart.
 */
import { factorySpace } from 'micromark-factory-space'
import { markdownLineEnding } from 'micromark-util-character'
import { codes } from 'micromark-util-symbol'
import type { Code, Construct, Effects, State, TokenizeContext } from 'micromark-util-types'
import {
  type DirectiveFences,
  type DirectiveOpening,
  directiveFences,
  directiveOpening,
  optionLines,
} from './directive-fences.ts'
import { divFences } from './div-fences.ts'
import { documentLines, lineAhead } from './document-lines.ts'
import { nonLazyLine } from './non-lazy-line.ts'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    directive: 'directive'
    directiveFence: 'directiveFence'
    directiveFenceText: 'directiveFenceText'
    directiveArgument: 'directiveArgument'
    directiveOption: 'directiveOption'
    directiveText: 'directiveText'
  }
}

/** Flow construct. It starts at a backtick, tilde or colon. */
export const directive: Construct = { name: 'directive', tokenize: tokenizeDirective, concrete: true }

/**
 * Tokenizes a directive from its opening fence to its closing fence, or to the end of its container. The
 * drawing shows which tokens stand for a line.
 *
 * ```markdown
 * > | :::{note} A *title*    directiveFence, in it the directiveArgument "A *title*"
 * > | :class: wide           directiveOption
 * > |                        (a blank line in a plain body has no token)
 * > | Some text.             chunkDocument in a body of Markdown, directiveText in a plain body
 * > | :::                    directiveFenceText
 * ```
 */
function tokenizeDirective(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const self = this
  const lastEvent = self.events.at(-1)
  const indent =
    lastEvent?.[1].type === 'linePrefix' ? lastEvent[2].sliceSerialize(lastEvent[1], true).length : 0
  const divs = divFences(indent)
  let fences: DirectiveFences | undefined
  const options = optionLines()
  let line = ''
  let opening: DirectiveOpening | undefined
  /** Index of the next character of the opening fence. */
  let index = 0
  /** Reads the rest of the line into `line`, and consumes nothing if it is used in `effects.check`. */
  const lookahead = lineAhead('directiveFenceText', ahead => {
    line = ahead
  })
  const body = documentLines(self, effects, { line: lineStart, end })
  return effects.check(lookahead, atOpening, nok)

  function atOpening(code: Code): State | undefined {
    opening = directiveOpening(line)
    if (!opening) return nok(code)
    fences = directiveFences(opening)
    effects.enter('directive')
    effects.enter('directiveFence')
    effects.enter('directiveFenceText')
    return openingFence(code)
  }

  function openingFence(code: Code): State | undefined {
    if (opening?.form.argument === 'text' && opening.argument !== '') {
      if (index === opening.start) {
        effects.exit('directiveFenceText')
        effects.enter('directiveArgument')
        effects.enter('chunkText', { contentType: 'text' })
      }
      if (index === opening.end) {
        effects.exit('chunkText')
        effects.exit('directiveArgument')
        if (code !== codes.eof && !markdownLineEnding(code)) effects.enter('directiveFenceText')
        else return openingEnd(code)
      }
    }
    if (code === codes.eof || markdownLineEnding(code)) {
      effects.exit('directiveFenceText')
      return openingEnd(code)
    }
    index++
    effects.consume(code)
    return openingFence
  }

  function openingEnd(code: Code): State | undefined {
    effects.exit('directiveFence')
    if (code === codes.eof) return end(code)
    if (self.interrupt) return ok(code)
    return nextLine(code)
  }

  function nextLine(code: Code): State | undefined {
    return code === codes.eof ? end(code) : effects.attempt(nonLazyLine, lineStart, end)(code)
  }

  function lineStart(code: Code): State | undefined {
    return effects.check(lookahead, atLine, atLine)(code)
  }

  function atLine(code: Code): State | undefined {
    if (!opening || !fences) return nok(code)
    const isDiv = opening.marker === ':' && opening.form.body === 'markdown'
    const kind = isDiv ? divs.step(line, opening.size) : fences.step(line)
    if (kind === 'failed') return nok(code)
    if (kind === 'closing') {
      effects.enter('directiveFenceText')
      return closingFence(code)
    }
    if (code === codes.eof) return end(code)
    const isOption = body.isEmpty() && options.step(line) === 'option'
    if (opening.form.body === 'markdown' && !isOption) return withoutIndent(body.start)(code)
    if (markdownLineEnding(code)) return nextLine(code)
    return withoutIndent(isOption ? option : text)(code)
  }

  /** Removes the indent of the fence from a line of the body, as CommonMark does in code blocks. */
  function withoutIndent(next: State): State {
    return indent > 0 ? factorySpace(effects, next, 'linePrefix', indent + 1) : next
  }

  function closingFence(code: Code): State | undefined {
    if (code !== codes.eof && !markdownLineEnding(code)) {
      effects.consume(code)
      return closingFence
    }
    effects.exit('directiveFenceText')
    return end(code)
  }

  function option(code: Code): State | undefined {
    if (code === codes.eof || markdownLineEnding(code)) return nextLine(code)
    effects.enter('directiveOption')
    return insideLine('directiveOption')(code)
  }

  function text(code: Code): State | undefined {
    if (code === codes.eof || markdownLineEnding(code)) return nextLine(code)
    effects.enter('directiveText')
    return insideLine('directiveText')(code)
  }

  function insideLine(type: 'directiveOption' | 'directiveText'): State {
    return function inside(code) {
      if (code === codes.eof || markdownLineEnding(code)) {
        effects.exit(type)
        return nextLine(code)
      }
      effects.consume(code)
      return inside
    }
  }

  function end(code: Code): State | undefined {
    effects.exit('directive')
    return ok(code)
  }
}
