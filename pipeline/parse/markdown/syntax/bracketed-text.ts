/**
 * Finds the closing bracket of `[…]` for citations, spans and inline notes. Brackets may be nested; brackets
 * that are escaped or in code do not count. Nesting beyond a limit fails, so that the time for a line of
 * opening brackets is proportional to its length.
 *
 * Some constructs look for another mark in their text: `citation.ts` for keys, `role.ts` for the backticks
 * that close the role. They try the mark with `effects.check` while the chunk is open, and close the chunk
 * only if the mark is there. micromark reads chunks as one text only if `previous` and `next` link them. If a
 * construct for `++text++` closed its text at each `+`, and then began another, `++*a + b*++` would lose its
 * emphasis.
 */
import { markdownLineEnding } from 'micromark-util-character'
import { codes } from 'micromark-util-symbol'
import type { Code, Effects, State, Token, TokenType } from 'micromark-util-types'

/** The greatest number of brackets that may be open inside the first. */
const nestingLimit = 32

interface BracketWalk {
  /**
   * Takes the next code. `closed`: the code is the closing bracket. `failed`: the text has ended, or too many
   * brackets are open.
   */
  step(code: Code): 'inside' | 'closed' | 'failed'
  /**
   * Returns false if the next code is escaped, in code, or directly after a backtick. Returns true inside
   * inner brackets, too: the walk does not say how many brackets are open.
   */
  isInText(): boolean
}

/** Returns a walk that starts after an opening bracket. */
export function bracketWalk(): BracketWalk {
  let depth = 0
  let isEscaped = false
  /** Number of backticks that opened the code; 0 outside of code. */
  let fence = 0
  /** Number of backticks directly before the next code. */
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

  /** Ends a run of backticks. The run opens code, or closes it if it is as long as the run that opened it. */
  function endRun() {
    if (fence === 0) fence = run
    else if (fence === run) fence = 0
    run = 0
  }
}

interface BracketedText {
  readonly effects: Effects
  /** The state for the closing bracket, which is not consumed. */
  readonly ok: State
  readonly nok: State
  /** The type of the token around the text. No token is written if the brackets are empty. */
  readonly type: TokenType
}

/**
 * Returns the state after an opening bracket. It consumes the text up to the closing bracket, and makes each
 * line a chunk, which micromark's text tokenizer reads.
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
    const chunk = effects.enter('chunkText', { contentType: 'text', previous })
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
