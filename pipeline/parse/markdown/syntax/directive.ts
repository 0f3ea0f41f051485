/**
 * MyST's directives as tokens: ```` ```{note} Title ````, `:::{figure} a.png`, in flow. A body of Markdown is
 * handed on to the document tokenizer, so that positions, definitions and footnotes are those of the
 * manuscript; any other body is text. What a line means is told by `directive-fences.ts`.
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

/** Begins at a backtick, tilde or colon, in flow. */
export const directive: Construct = { name: 'directive', tokenize: tokenizeDirective, concrete: true }

function tokenizeDirective(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const self = this
  const tail = self.events.at(-1)
  const indent = tail?.[1].type === 'linePrefix' ? tail[2].sliceSerialize(tail[1], true).length : 0
  const divs = divFences(indent)
  let fences: DirectiveFences | undefined
  const options = optionLines()
  let line = ''
  let opening: DirectiveOpening | undefined
  let index = 0
  /** The line from here to its end, looked at before it is taken. */
  const wholeLine = lineAhead('directiveFenceText', ahead => {
    line = ahead
  })
  const body = documentLines(self, effects, { line: lineStart, end })
  return effects.check(wholeLine, atOpening, nok)

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
    return effects.check(wholeLine, atLine, atLine)(code)
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
    if (opening.form.body === 'markdown' && !isOption) return stripped(body.start)(code)
    if (markdownLineEnding(code)) return nextLine(code)
    return stripped(isOption ? option : text)(code)
  }

  /** As code does, a body loses the indent of its fence. */
  function stripped(next: State): State {
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
