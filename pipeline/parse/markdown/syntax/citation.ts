/**
 * Citations and cross-references as tokens: `[see @doe99, p. 3; -@smith04]`, `@doe99`, `@doe99 [p. 3]`,
 * `@fig:x(a)`. `citation-row.ts` decides which of the two a key is. The rules are pandoc's: a citation in
 * brackets takes precedence over a reference link, but `[@a](url)` is a link.
 */
import { markdownLineEndingOrSpace } from 'micromark-util-character'
import { codes } from 'micromark-util-symbol'
import type { Code, Construct, Effects, State, TokenizeContext } from 'micromark-util-types'
import { bracketWalk } from './bracketed-text.ts'
import { chunkWriter } from './chunk-writer.ts'
import { citationKey, isCrossReferenceKey, isWordCharacter } from './citation-key.ts'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    citationGroup: 'citationGroup'
    narrativeCitation: 'narrativeCitation'
    citationBracket: 'citationBracket'
    citationText: 'citationText'
  }
}

const groupBrackets: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    return tokenizeBrackets(this, effects, { ok, nok, isLocator: false })
  },
}
const locatorBrackets: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    return tokenizeBrackets(this, effects, { ok, nok, isLocator: true })
  },
}
const spacedLocator: Construct = { tokenize: tokenizeSpacedLocator, partial: true }

/** Text construct: `[see @doe99]`. It starts at `[`. */
export const citationGroup: Construct = {
  name: 'citationGroup',
  tokenize(effects, ok, nok) {
    return code => {
      effects.enter('citationGroup')
      return effects.attempt(groupBrackets, end, nok)(code)
    }

    function end(code: Code): State | undefined {
      effects.exit('citationGroup')
      return ok(code)
    }
  },
}

/** Text construct: `@doe99 [p. 3]`. It starts at `@`, or at the `-` of `-@`. */
export const narrativeCitation: Construct = {
  name: 'narrativeCitation',
  previous: canPrecedeCitation,
  tokenize(effects, ok, nok) {
    const self = this
    return code => {
      // micromark does not ask for the character before if other text of the line ends there.
      if (!canPrecedeCitation(self.previous) || isInAddress(self)) return nok(code)
      effects.enter('narrativeCitation')
      return effects.attempt(citationKey, afterKey, nok)(code)
    }

    function afterKey(code: Code): State | undefined {
      if (isCrossReferenceKey(lastKey(self))) return end(code)
      return effects.attempt(spacedLocator, end, end)(code)
    }

    function end(code: Code): State | undefined {
      effects.exit('narrativeCitation')
      return ok(code)
    }
  },
}

/** False within `a@b` and `@@b`, and for the hyphen of `é-@b`, which joins two words. */
function canPrecedeCitation(code: Code): boolean {
  return !isWordCharacter(code) && code !== codes.atSign
}

/** True after an address without a protocol, such as `example.com/` in `example.com/@user`. */
function isInAddress(self: TokenizeContext): boolean {
  const [first] = self.events
  if (self.previous !== codes.slash || !first) return false
  const before = self.sliceSerialize({ start: first[1].start, end: self.now() })
  return /(?:^|[\s(<["'])[\w-]+(?:\.[\w-]+)+(?:\/[^\s]*)?\/$/.test(before)
}

interface BracketOptions {
  readonly ok: State
  readonly nok: State
  /** True for the brackets after `@doe99`. These begin with words; the others may begin with a key. */
  readonly isLocator: boolean
}

/**
 * Tokenizes brackets with keys and words: those of a group (first drawing) and those with the locator of a
 * narrative citation (second drawing).
 *
 * ```markdown
 * > | [see @doe99, p. 3]
 *     ^^^^^^^^^^^^^^^^^^
 * > | @doe99 [p. 3; also @smith04]
 *            ^^^^^^^^^^^^^^^^^^^^^
 * ```
 */
function tokenizeBrackets(self: TokenizeContext, effects: Effects, options: BracketOptions): State {
  const { ok, nok, isLocator } = options
  const walk = bracketWalk()
  const words = chunkWriter(effects, 'citationText')
  let hasKey = false
  let hasText = false
  return start

  function start(code: Code): State | undefined {
    if (code !== codes.leftSquareBracket) return nok(code)
    bracket(code)
    // `[^` begins a footnote reference.
    return code => (code === codes.caret ? nok(code) : inside(code))
  }

  function inside(code: Code): State | undefined {
    const canBeKey = (code === codes.atSign || code === codes.dash) && walk.isInText()
    if (!canBeKey || isWordCharacter(self.previous)) return text(code)
    // Words like `*this - that*` must stay one text, so their token may end only before a key. Therefore
    // check first whether a key follows.
    return effects.check(citationKey, key, text)(code)
  }

  function key(code: Code): State | undefined {
    if (isLocator && !hasText) return nok(code)
    words.close()
    return effects.attempt(citationKey, afterKey, nok)(code)
  }

  function afterKey(code: Code): State | undefined {
    hasKey = true
    return inside(code)
  }

  function text(code: Code): State | undefined {
    const step = walk.step(code)
    if (step === 'failed') return nok(code)
    if (step === 'closed') return close(code)
    hasText ||= !markdownLineEndingOrSpace(code)
    words.consume(code)
    return inside
  }

  function close(code: Code): State | undefined {
    words.close()
    if (isLocator ? !hasText : !hasKey) return nok(code)
    bracket(code)
    return after
  }

  function after(code: Code): State | undefined {
    const isLink = code === codes.leftParenthesis
    const isOther = isLocator && (code === codes.leftSquareBracket || code === codes.leftCurlyBrace)
    return isLink || isOther ? nok(code) : ok(code)
  }

  /** Consumes a bracket. */
  function bracket(code: Code): void {
    effects.enter('citationBracket')
    effects.consume(code)
    effects.exit('citationBracket')
  }
}

/** Tokenizes white space and a locator in brackets. */
function tokenizeSpacedLocator(effects: Effects, ok: State, nok: State): State {
  return space

  function space(code: Code): State | undefined {
    if (!markdownLineEndingOrSpace(code)) return effects.attempt(locatorBrackets, ok, nok)(code)
    effects.enter('citationBracket')
    effects.consume(code)
    effects.exit('citationBracket')
    return space
  }
}

/** The key that was tokenized last, without `@`; `''` if there is none. */
function lastKey(self: TokenizeContext): string {
  const event = self.events.findLast(([, token]) => token.type === 'citationKeyString')
  return event ? self.sliceSerialize(event[1]) : ''
}
