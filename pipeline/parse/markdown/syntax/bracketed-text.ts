/**
 * Text in brackets, `[…]`, for the constructs that must know their end before they begin: citations, spans
 * and notes. Follows nested brackets, escapes and code. Nesting beyond a limit fails, so that a line of
 * opening brackets costs no more than its length times that limit.
 */
import { markdownLineEnding } from 'micromark-util-character'
import { codes } from 'micromark-util-symbol'
import type { Code, Effects, State, Token, TokenType } from 'micromark-util-types'

const nestingLimit = 32

interface BracketWalk {
  /** Takes the next code: still inside, at the closing bracket, or at the end of what can be followed. */
  step(code: Code): 'inside' | 'closed' | 'failed'
  /** True where the next code is text: not escaped, not in code. */
  isInText(): boolean
}

/** Begins after an opening bracket. */
export function bracketWalk(): BracketWalk {
  let depth = 0
  let isEscaped = false
  let fence = 0
  let run = 0

  return { step, isInText: () => !isEscaped && fence === 0 && run === 0 }

  function step(code: Code) {
    if (code === codes.eof) return 'failed'
    if (code === codes.graveAccent && !isEscaped) {
      run++
      return 'inside'
    }
    if (run > 0) endRun()
    if (fence > 0) return 'inside'
    if (isEscaped || code === codes.backslash) {
      isEscaped = !isEscaped
      return 'inside'
    }
    if (code === codes.leftSquareBracket && ++depth > nestingLimit) return 'failed'
    return code === codes.rightSquareBracket && depth-- === 0 ? 'closed' : 'inside'
  }

  /** `` ` `` opens, the same number of them closes. */
  function endRun() {
    if (fence === 0) fence = run
    else if (fence === run) fence = 0
    run = 0
  }
}

interface BracketedText {
  readonly effects: Effects
  /** At the closing bracket. */
  readonly ok: State
  readonly nok: State
  /** The token around the text. */
  readonly type: TokenType
}

/**
 * State after an opening bracket: hands the text on to the text tokenizer, line by line.
 *
 * ```markdown
 * > | [some *text*]
 *      ^^^^^^^^^^^
 * ```
 */
export function bracketedText({ effects, ok, nok, type }: BracketedText): State {
  const walk = bracketWalk()
  let previous: Token | undefined
  return start

  function start(code: Code): State | undefined {
    if (code === codes.rightSquareBracket) return ok(code)
    effects.enter(type)
    return chunkStart(code)
  }

  function chunkStart(code: Code): State | undefined {
    const step = walk.step(code)
    if (step === 'failed') return nok(code)
    if (step === 'closed') return end(code)
    // The first chunk has no predecessor, and the field must not be there then.
    const chunk = effects.enter('chunkText', { contentType: 'text', ...(previous && { previous }) })
    if (previous) previous.next = chunk
    previous = chunk
    return consume(code)
  }

  function inside(code: Code): State | undefined {
    const step = walk.step(code)
    if (step === 'inside') return consume(code)
    if (step === 'failed') return nok(code)
    effects.exit('chunkText')
    return end(code)
  }

  function consume(code: Code): State {
    effects.consume(code)
    if (!markdownLineEnding(code)) return inside
    effects.exit('chunkText')
    return chunkStart
  }

  function end(code: Code): State | undefined {
    effects.exit(type)
    return ok(code)
  }
}
