/** A line ending after which the container of a construct goes on: no line of a quotation without its `>`. */
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
