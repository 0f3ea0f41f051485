/**
 * Construct that consumes a line ending. It fails if the next line is lazy in CommonMark's sense: a line
 * without the marks of its container, such as a line of a block quotation without `>`.
 */
import type { Construct, Effects, State, TokenizeContext } from 'micromark-util-types'

export const nonLazyLine: Construct = { tokenize: tokenizeNonLazyLine, partial: true }

function tokenizeNonLazyLine(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  return code => {
    effects.enter('lineEnding')
    effects.consume(code)
    effects.exit('lineEnding')
    return code => (this.parser.lazy[this.now().line] ? nok(code) : ok(code))
  }
}
