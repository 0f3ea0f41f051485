/**
 * Citation keys as tokens: `@doe99`, `-@doe99`, `@{any key}`; also with the panels of a cross-reference,
 * `@fig:x(a,c-e)`. The grammar is pandoc's (manual, "Citation syntax"): a key begins with a letter, a digit
 * or `_`. Inside the key, these characters may have single punctuation marks between them. The full stop of
 * `@doe99.` is therefore not part of the key. Unlike in pandoc, angle brackets are part of a DOI only, so
 * that an address can follow a key: `@doe99<https://example.org>`.
 */
import { markdownLineEndingOrSpace } from 'micromark-util-character'
import { codes } from 'micromark-util-symbol'
import type { Code, Construct, Effects, State, TokenizeContext } from 'micromark-util-types'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    citationKey: 'citationKey'
    citationSuppression: 'citationSuppression'
    citationKeyMarker: 'citationKeyMarker'
    citationKeyString: 'citationKeyString'
    citationPanels: 'citationPanels'
  }
}

/** Partial construct, a part of citations. It starts at `-` or `@`. */
export const citationKey: Construct = { tokenize: tokenizeCitationKey, partial: true }

const internalPunctuation: Construct = { tokenize: tokenizeInternalPunctuation, partial: true }
const innerParentheses: Construct = { tokenize: tokenizeInnerParentheses, partial: true }
const innerDashes: Construct = { tokenize: tokenizeInnerDashes, partial: true }
const panels: Construct = { tokenize: tokenizePanels, partial: true }

/**
 * True for a key that looks like the id of a figure, a table, an equation, …: `fig:x` (pandoc-crossref) and
 * `fig-x` (Quarto), also `Fig:x` and `Fig-x`. The prefixes of theorems and callouts are Quarto's. If the
 * article does not have the id but the bibliography has the key, such as `sol-2019`,
 * `resolve/citations/citation-keys.ts` turns the cross-reference into a citation.
 */
export function isCrossReferenceKey(key: string): boolean {
  return /^(?:(?:fig|tbl|tab|eq|sec|lst|thm|lem|cor|prp|cnj|def|exm|exr|sol|rem|alg|supp|nte|tip|wrn|imp|cau)[:-])./i.test(
    key,
  )
}

/** True for `doi:10.1/x`, `https://…` and the like. Such a key may hold more punctuation than other keys. */
function isIdentifierKey(key: string): boolean {
  return /^(?:doi:|url:|https?:|10\.\d)/i.test(key)
}

/** True for `https://…` and `url:https://…`, which may hold several dashes in a row. */
function isAddressKey(key: string): boolean {
  return /^(?:url:)?https?:/i.test(key)
}

/**
 * True for a letter, a digit and `_`. A citation may not follow such a character: `a@b` is an e-mail address.
 */
export function isWordCharacter(code: Code): boolean {
  return code !== null && code > 0 && /[\p{L}\p{N}_]/u.test(String.fromCharCode(code))
}

/**
 * Tokenizes a key with its `-` and its panels.
 *
 * ```markdown
 * > | see -@doe99.
 *         ^^^^^^^
 * > | in @fig:x(a)
 *        ^^^^^^^^^
 * ```
 */
function tokenizeCitationKey(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const self = this
  let keyStart = self.now()
  return start

  function start(code: Code): State | undefined {
    effects.enter('citationKey')
    if (code !== codes.dash) return marker(code)
    effects.enter('citationSuppression')
    effects.consume(code)
    effects.exit('citationSuppression')
    return marker
  }

  function marker(code: Code): State | undefined {
    if (code !== codes.atSign) return nok(code)
    effects.enter('citationKeyMarker')
    effects.consume(code)
    return afterMarker
  }

  function afterMarker(code: Code): State | undefined {
    if (code === codes.leftCurlyBrace) {
      effects.consume(code)
      return beginBraced
    }
    if (!isWordCharacter(code)) return nok(code)
    effects.exit('citationKeyMarker')
    keyStart = effects.enter('citationKeyString').start
    return inside(code)
  }

  function inside(code: Code): State | undefined {
    if (isWordCharacter(code)) {
      effects.consume(code)
      return inside
    }
    // An address in angle brackets may follow a key, but a DOI may contain angle brackets.
    const isAngle = code === codes.lessThan || code === codes.greaterThan
    if (isAngle && !isIdentifierKey(self.sliceSerialize({ start: keyStart, end: self.now() })))
      return end(code)
    return effects.attempt(internalPunctuation, inside, afterPunctuation)(code)
  }

  /**
   * Continues a DOI or URL at the place where an ordinary key ends: with parentheses, as in
   * `10.1016/S0140-6736(05)67728-8`, or with `=` and `/`.
   */
  function afterPunctuation(code: Code): State | undefined {
    if (code === codes.dash && isAddressKey(self.sliceSerialize({ start: keyStart, end: self.now() })))
      return effects.attempt(innerDashes, inside, end)(code)
    const isMark = code === codes.leftParenthesis || code === codes.equalsTo || code === codes.slash
    if (!isMark || !isIdentifierKey(self.sliceSerialize({ start: keyStart, end: self.now() })))
      return end(code)
    if (code === codes.leftParenthesis) return effects.attempt(innerParentheses, inside, end)(code)
    effects.consume(code)
    return inside
  }

  function end(code: Code): State | undefined {
    effects.exit('citationKeyString')
    if (code === codes.leftParenthesis) {
      const key = self.sliceSerialize({ start: keyStart, end: self.now() })
      if (isCrossReferenceKey(key)) return effects.attempt(panels, done, done)(code)
    }
    return done(code)
  }

  function done(code: Code): State | undefined {
    effects.exit('citationKey')
    return ok(code)
  }

  function beginBraced(code: Code): State | undefined {
    effects.exit('citationKeyMarker')
    if (code === codes.rightCurlyBrace) return nok(code)
    effects.enter('citationKeyString')
    return braced(code)
  }

  function braced(code: Code): State | undefined {
    if (code === codes.eof || markdownLineEndingOrSpace(code)) return nok(code)
    if (code !== codes.rightCurlyBrace) {
      effects.consume(code)
      return braced
    }
    effects.exit('citationKeyString')
    effects.enter('citationKeyMarker')
    effects.consume(code)
    effects.exit('citationKeyMarker')
    return done
  }
}

/**
 * Tokenizes one punctuation mark. It must stand before a word character, or before the slash of `:/` or `//`.
 */
function tokenizeInternalPunctuation(effects: Effects, ok: State, nok: State): State {
  let mark = ''
  return code => {
    if (code === null || code < 0) return nok(code)
    mark = String.fromCharCode(code)
    if (!/[:.#$%&\-+?<>~/]/.test(mark)) return nok(code)
    effects.consume(code)
    return after
  }

  function after(code: Code): State | undefined {
    if (isWordCharacter(code)) return ok(code)
    return code === codes.slash && (mark === ':' || mark === '/') ? ok(code) : nok(code)
  }
}

/** Tokenizes dashes inside an address. A letter, a digit or a slash must follow: `forum?id=a--b`. */
function tokenizeInnerDashes(effects: Effects, ok: State, nok: State): State {
  return inside

  function inside(code: Code): State | undefined {
    if (code !== codes.dash) return isWordCharacter(code) || code === codes.slash ? ok(code) : nok(code)
    effects.consume(code)
    return inside
  }
}

/** Tokenizes a pair of parentheses inside a DOI or URL. It fails if there is white space between them. */
function tokenizeInnerParentheses(effects: Effects, ok: State, nok: State): State {
  return code => {
    effects.consume(code)
    return inside
  }

  function inside(code: Code): State | undefined {
    const isInside =
      isWordCharacter(code) || (code !== null && code > 0 && /[-.:;<>/]/.test(String.fromCharCode(code)))
    if (isInside) {
      effects.consume(code)
      return inside
    }
    if (code !== codes.rightParenthesis) return nok(code)
    effects.consume(code)
    return ok
  }
}

/**
 * Tokenizes the panels after the key of a cross-reference.
 *
 * ```markdown
 * > | @fig:x(a, c–e)
 *           ^^^^^^^^
 * ```
 */
function tokenizePanels(effects: Effects, ok: State, nok: State): State {
  let source = ''
  return code => {
    effects.enter('citationPanels')
    return inside(code)
  }

  function inside(code: Code): State | undefined {
    if (code === null || code < 0) return nok(code)
    source += String.fromCharCode(code)
    effects.consume(code)
    if (code !== codes.rightParenthesis) return inside
    if (!/^\([a-z](?:[-–][a-z])?(?:, ?[a-z](?:[-–][a-z])?)*\)$/.test(source)) return nok
    effects.exit('citationPanels')
    return ok
  }
}
