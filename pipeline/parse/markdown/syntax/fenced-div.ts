/**
 * `::: {#id .class}` … `:::` → `div` with blocks inside. Reads pandoc's fenced divs and the containers of
 * remark-directive, `:::name[label]{#id}`. Fences have three or more colons, and divs may be nested whatever
 * the lengths of their fences. A div without a closing fence reaches to the end of its container.
 * `div-fences.ts` decides which lines open and close a div.
 */
import type { CompileContext, Extension as FromMarkdown } from 'mdast-util-from-markdown'
import { factorySpace } from 'micromark-factory-space'
import { markdownLineEnding } from 'micromark-util-character'
import { codes } from 'micromark-util-symbol'
import type { Code, Construct, Effects, State, Token, TokenizeContext } from 'micromark-util-types'
import { attributesOf } from '../tree/attributes.ts'
import { type DivOpening, divFences, divOpening } from './div-fences.ts'
import { documentLines, lineAhead } from './document-lines.ts'
import { nonLazyLine } from './non-lazy-line.ts'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    div: 'div'
    divFence: 'divFence'
    divFenceText: 'divFenceText'
    divLabel: 'divLabel'
  }
}

/** Flow construct for fenced divs. It starts at `:`. */
export const fencedDiv: Construct = { name: 'fencedDiv', tokenize: tokenizeFencedDiv, concrete: true }

export const fencedDivFromMarkdown: FromMarkdown = {
  enter: {
    div(this: CompileContext, token: Token) {
      this.enter({ type: 'div', attributes: attributesOf(undefined), children: [] }, token)
    },
    divFence(this: CompileContext, token: Token) {
      const div = this.stack.at(-1)
      const opening = divOpening(this.sliceSerialize(token))
      if (div?.type === 'div' && opening) div.attributes = opening.attributes
    },
    // The label is the first paragraph of the div.
    divLabel(this: CompileContext, token: Token) {
      this.enter({ type: 'paragraph', children: [] }, token)
    },
  },
  exit: {
    divLabel(this: CompileContext, token: Token) {
      this.exit(token)
    },
    div(this: CompileContext, token: Token) {
      this.exit(token)
    },
  },
}

/**
 * Tokenizes the opening fence, the lines inside the div and the closing fence. The lines inside are handed to
 * micromark's document tokenizer.
 */
function tokenizeFencedDiv(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const self = this
  const lastEvent = self.events.at(-1)
  const indent =
    lastEvent?.[1].type === 'linePrefix' ? lastEvent[2].sliceSerialize(lastEvent[1], true).length : 0
  const fences = divFences(indent)
  let line = ''
  let opening: DivOpening | undefined
  /** Index of the next character of the opening fence. */
  let index = 0
  /** Reads the rest of the line into `line`, and consumes nothing if it is used in `effects.check`. */
  const lookahead = lineAhead('divFenceText', ahead => {
    line = ahead
  })
  const body = documentLines(self, effects, { line: lineStart, end })
  return effects.check(lookahead, atOpening, nok)

  function atOpening(code: Code): State | undefined {
    opening = divOpening(line)
    if (!opening) return nok(code)
    effects.enter('div')
    effects.enter('divFence')
    effects.enter('divFenceText')
    return openingFence(code)
  }

  function openingFence(code: Code): State | undefined {
    if (code === codes.eof || markdownLineEnding(code)) return openingEnd(code)
    if (index === opening?.label?.start) {
      effects.exit('divFenceText')
      effects.enter('divLabel')
      effects.enter('chunkText', { contentType: 'text' })
    } else if (index === opening?.label?.end) {
      effects.exit('chunkText')
      effects.exit('divLabel')
      effects.enter('divFenceText')
    }
    index++
    effects.consume(code)
    return openingFence
  }

  function openingEnd(code: Code): State | undefined {
    effects.exit('divFenceText')
    effects.exit('divFence')
    if (code === codes.eof) return end(code)
    if (self.interrupt) return ok(code)
    return effects.attempt(nonLazyLine, contentStart, end)(code)
  }

  function contentStart(code: Code): State | undefined {
    if (code === codes.eof) return end(code)
    return markdownLineEnding(code) ? effects.check(nonLazyLine, lineStart, end)(code) : lineStart(code)
  }

  function lineStart(code: Code): State | undefined {
    return effects.check(lookahead, atLine, atLine)(code)
  }

  function atLine(code: Code): State | undefined {
    const kind = fences.step(line)
    if (kind === 'failed') return nok(code)
    if (kind === 'closing') {
      effects.enter('divFenceText')
      return closingFence(code)
    }
    return indent > 0 ? factorySpace(effects, body.start, 'linePrefix', indent + 1)(code) : body.start(code)
  }

  function closingFence(code: Code): State | undefined {
    if (code !== codes.eof && !markdownLineEnding(code)) {
      effects.consume(code)
      return closingFence
    }
    effects.exit('divFenceText')
    return end(code)
  }

  function end(code: Code): State | undefined {
    effects.exit('div')
    return ok(code)
  }
}
