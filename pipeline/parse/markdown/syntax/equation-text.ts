/**
 * Construct for `$$…$$` inside a line of text → `equation`. The handler in `equation.ts` makes the node. An
 * attribute list after the equation is attached later, in the tree (`normalize/attributes.ts`).
 */
import { codes } from 'micromark-util-symbol'
import type { Code, Construct, Effects, State } from 'micromark-util-types'
import { leafWriter } from './leaf-writer.ts'

/** Text construct for equations inside a line. It starts at `$`. */
export const equationText: Construct = { name: 'equationText', tokenize: tokenizeEquationText }

/**
 * Tokenizes one equation. The carets mark the characters of the `equation` token: both pairs of dollar signs
 * and everything between them.
 *
 * ```markdown
 * > | obeys $$a = b$$ where
 *           ^^^^^^^^^
 * ```
 */
function tokenizeEquationText(effects: Effects, ok: State, nok: State): State {
  const leaf = leafWriter(effects, 'equationText')
  /** Dollar signs in a row. */
  let dollarCount = 0
  let isEscaped = false
  let isEmpty = true
  return start

  function start(code: Code): State | undefined {
    effects.enter('equation')
    return open(code)
  }

  function open(code: Code): State | undefined {
    if (code === codes.dollarSign && dollarCount++ < 2) {
      leaf.consume(code)
      return open
    }
    if (dollarCount !== 2) return nok(code)
    dollarCount = 0
    return inside(code)
  }

  function inside(code: Code): State | undefined {
    if (code === codes.eof) return nok(code)
    if (code === codes.dollarSign && !isEscaped) {
      leaf.consume(code)
      return ++dollarCount === 2 ? close : inside
    }
    if (code > codes.space) isEmpty = false
    isEscaped = !isEscaped && code === codes.backslash
    dollarCount = 0
    leaf.consume(code)
    return inside
  }

  function close(code: Code): State | undefined {
    if (isEmpty) return nok(code)
    leaf.close()
    effects.exit('equation')
    return ok(code)
  }
}
