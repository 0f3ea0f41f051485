/**
 * Finds the end of a superscript or subscript: the next mark that is not escaped and not inside code, math or
 * brackets. White space before that mark means that the text is not raised, except in `\ `, code, math,
 * links, spans and citations.
 */
import { markdownLineEnding, markdownLineEndingOrSpace } from 'micromark-util-character'
import { codes } from 'micromark-util-symbol'
import type { Code } from 'micromark-util-types'

/**
 * The greatest length of raised text, in characters. Because of this limit, a text full of marks is read in
 * linear time.
 */
const lengthLimit = 400

interface RaisedWalk {
  /** Takes the next code. `closed`: it is the closing mark. `failed`: the text cannot be raised. */
  step(code: Code): 'inside' | 'closed' | 'failed'
  /**
   * Whether the text begins like a note, with brackets that are not those of a citation, a link or a span.
   */
  beginsAsNote(): boolean
}

/** Returns a walk over the codes after the opening mark `mark`. */
export function raisedWalk(mark: NonNullable<Code>): RaisedWalk {
  let source = ''
  let depth = 0
  let isEscaped = false
  /**
   * The code of the mark that closes the code or math around the current place; eof outside of code and math.
   */
  let verbatim: Code = codes.eof
  return { step, beginsAsNote: () => /^\[[^\]]*\](?![({[])/.test(source) && !source.includes('@') }

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

  /** Whether there are spaces in brackets that are not a link, a span or a citation: `^[a note] and x^`. */
  function hasLooseSpace(): boolean {
    return [...source.matchAll(/\[([^[\]]*)\](.?)/g)].some(
      ([, words = '', next]) => /\s/.test(words) && !words.includes('@') && next !== '(' && next !== '{',
    )
  }
}
