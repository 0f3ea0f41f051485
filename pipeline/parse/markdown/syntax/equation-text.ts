/**
 * `$$…$$` in a line of text → `equation`, by the same handler as on lines of its own. Attributes after it
 * are attached in the tree.
 */
import { codes } from 'micromark-util-symbol'
import type { Code, Construct, Effects, State } from 'micromark-util-types'
import { leafWriter } from './leaf-writer.ts'

/** Begins at `$`, in text. */
export const equationText: Construct = { name: 'equationText', tokenize: tokenizeEquationText }

/**
 * ```markdown
 * > | obeys $$a = b$$ where
 *           ^^^^^^^^^
 * ```
 */
function tokenizeEquationText(effects: Effects, ok: State, nok: State): State {
  const leaf = leafWriter(effects, 'equationText')
  let marks = 0
  let isEscaped = false
  let isEmpty = true
  return start

  function start(code: Code): State | undefined {
    effects.enter('equation')
    return open(code)
  }

  function open(code: Code): State | undefined {
    if (code === codes.dollarSign && marks++ < 2) {
      leaf.consume(code)
      return open
    }
    if (marks !== 2) return nok(code)
    marks = 0
    return inside(code)
  }

  function inside(code: Code): State | undefined {
    if (code === codes.eof) return nok(code)
    if (code === codes.dollarSign && !isEscaped) {
      leaf.consume(code)
      return ++marks === 2 ? close : inside
    }
    if (code > codes.space) isEmpty = false
    isEscaped = !isEscaped && code === codes.backslash
    marks = 0
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
