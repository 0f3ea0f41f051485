/**
 * How far raised text goes: to the next mark that is not escaped, in code, in math or in brackets. White
 * space ends it as a failure, but for `\ ` and the places where a space is no part of the line: links,
 * citations, code, math.
 */
import { markdownLineEnding, markdownLineEndingOrSpace } from 'micromark-util-character'
import { codes } from 'micromark-util-symbol'
import type { Code } from 'micromark-util-types'

/** Longer ones are no exponents; a text full of marks is read in linear time. */
const lengthLimit = 400

interface RaisedWalk {
  /** Takes the next code: still inside, at the closing mark, or at the end of what can be raised. */
  step(code: Code): 'inside' | 'closed' | 'failed'
  /** True where the text is one pair of brackets. */
  isBrackets(): boolean
}

/** Begins after the opening mark. */
export function raisedWalk(mark: NonNullable<Code>): RaisedWalk {
  let source = ''
  let depth = 0
  let isEscaped = false
  let verbatim: Code = codes.eof
  return { step, isBrackets: () => /^\[[^\]]*\]$/.test(source) && !source.includes('@') }

  function step(code: Code) {
    if (code === codes.eof || markdownLineEnding(code) || source.length > lengthLimit) return 'failed'
    if (code === mark && !isEscaped && depth === 0 && verbatim === codes.eof) {
      return hasLooseSpace() ? 'failed' : 'closed'
    }
    source += String.fromCharCode(code > 0 ? code : codes.space)
    if (isEscaped) {
      isEscaped = false
      return 'inside'
    }
    if (verbatim !== codes.eof) {
      if (code === verbatim) verbatim = codes.eof
      return 'inside'
    }
    if (code === codes.backslash) isEscaped = true
    else if (code === codes.graveAccent || code === codes.dollarSign) verbatim = code
    else if (code === codes.leftSquareBracket) depth++
    else if (code === codes.rightSquareBracket && --depth < 0) return 'failed'
    else if (markdownLineEndingOrSpace(code) && depth === 0) return 'failed'
    return 'inside'
  }

  /** `^[a note] and x^`: words in brackets that are neither a link nor a citation. */
  function hasLooseSpace(): boolean {
    return [...source.matchAll(/\[([^[\]]*)\](.?)/g)].some(
      ([, words = '', next]) => /\s/.test(words) && !words.includes('@') && next !== '(' && next !== '{',
    )
  }
}
