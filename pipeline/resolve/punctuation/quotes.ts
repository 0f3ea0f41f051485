/**
 * Straight quotes → the quotation marks of the language, apostrophes and primes, as in pandoc's extension
 * `smart`: a quote opens before a word and closes after one. Ambiguous quotes close a quotation if one is
 * open.
 *
 *   `"It's 'so'," he said` → `“It’s ‘so’,” he said`      `5' 12"` → `5′ 12″`
 */
import { primaryLanguage } from '../../values/language.ts'
import { quoteMarks } from './quote-marks.ts'
import { type FlowEdit, languageAt, type TextFlow } from './text-flow.ts'

type Role = 'open' | 'close' | 'apostrophe' | 'prime'

interface Quote {
  readonly at: number
  readonly mark: '"' | "'"
  role: Role
  /**
   * The opening quote that a closing quote belongs to. The language at the opening quote decides the form of
   * both.
   */
  opening?: Quote
}

/** Characters after which a quote opens if a word follows. */
const opensAfter = /[\s([{<¡¿«‹„‚“‘–—\-/=+|&…]/
/** Characters before which a quote closes. */
const closesBefore = /[\s.,;:!?)\]}»›”’…–—-]/
/**
 * Letters, digits and opaque pieces. A surrogate half counts as a letter: most characters beyond U+FFFF are
 * letters.
 */
const word = /[\p{L}\p{N}\p{M}\uFFFC\uD800-\uDFFF]/u
/** Scripts that put no space between words. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u
/**
 * English words that begin with an apostrophe. If a quote directly follows such a word, the word is in
 * quotation marks.
 */
const clipped = /^(?:n'|(?:tis|twas|twere|twill|em|til|bout|cause|cos|round|neath|sup)(?![\p{L}\p{N}'’]))/iu

export function quotes(flow: TextFlow): FlowEdit[] {
  return quotesIn(flow).flatMap(quote => {
    const value = glyphOf(quote, flow)
    return value === quote.mark ? [] : [{ at: quote.at, length: 1, value }]
  })
}

function quotesIn(flow: TextFlow): readonly Quote[] {
  const { text, literals } = flow
  const quotes: Quote[] = []
  const open: Quote[] = []
  for (const { index: at, 0: mark } of text.matchAll(/["']/g)) {
    if ((mark !== '"' && mark !== "'") || literals.has(at)) continue
    const previous = quotes.at(-1)
    const isAfterOpening = previous?.at === at - 1 && previous.role === 'open'
    const language = languageAt(flow, at)
    const role = roleOf({ text, at, mark, isAfterOpening, open, language })
    if (role === undefined) continue
    const quote: Quote = { at, mark, role }
    quotes.push(quote)
    if (role === 'open') open.push(quote)
    if (role === 'close') close(quote, open)
  }
  // An opening single quote that nothing closes was an apostrophe.
  for (const quote of open) if (quote.mark === "'") quote.role = 'apostrophe'
  return quotes
}

/**
 * Closes the innermost open quote of the same mark. Single quotes that are still open inside it were
 * apostrophes.
 */
function close(quote: Quote, open: Quote[]): void {
  const from = open.findLastIndex(({ mark }) => mark === quote.mark)
  if (from < 0) return
  const [opening, ...inside] = open.splice(from)
  if (opening) quote.opening = opening
  for (const inner of inside) if (inner.mark === "'") inner.role = 'apostrophe'
}

interface Place {
  readonly text: string
  readonly at: number
  readonly mark: '"' | "'"
  /** True if the character before is an opening quote. */
  readonly isAfterOpening: boolean
  readonly open: readonly Quote[]
  readonly language: string
}

/**
 * What a quote is, by its neighbours. Undefined for a quote with white space on both sides, which stays as it
 * is.
 */
function roleOf(place: Place): Role | undefined {
  const { text, at, mark, isAfterOpening, open } = place
  const before = text[at - 1] ?? ' '
  const after = /["']*(.?)/su.exec(text.slice(at + 1, at + 6))?.[1] || ' '
  const isOpen = open.some(quote => quote.mark === mark)
  const isBeforeText = /\S/.test(after)
  if (opensAfter.test(before) || isAfterOpening) {
    if (isOpen && closesBefore.test(after) && before !== '(') return 'close'
    if (!isBeforeText) return isOpen || (/\S/.test(before) && !isAfterOpening) ? 'close' : undefined
    return mark === "'" && isClipped(place) ? 'apostrophe' : 'open'
  }
  return mark === '"' ? doubleRole(place, before, after, isOpen) : singleRole(place, before, isOpen)
}

function doubleRole({ text, at }: Place, before: string, after: string, isOpen: boolean): Role {
  if (isOpen) return 'close'
  if (/\d/.test(before) && !/\p{L}/u.test(text[at + 1] ?? '')) return 'prime'
  // A quote may open without a space before it, as in `said,"so"` and in scripts without spaces.
  return word.test(after) ? 'open' : 'close'
}

function singleRole({ text, at }: Place, before: string, isOpen: boolean): Role {
  const next = text[at + 1] ?? ''
  if (unspaced.test(before)) return isOpen ? 'close' : word.test(next) ? 'open' : 'apostrophe'
  const isInside = word.test(before) && word.test(next)
  if (/\d/.test(before) && !(isOpen && !isInside)) {
    // After a digit a quote is a prime, as in `3'UTR` and `5'10"`, unless a plural s follows, as in `1990's`.
    return /^s?(?![\p{L}\p{N}])/u.test(text.slice(at + 1)) && /^s/.test(next) ? 'apostrophe' : 'prime'
  }
  return isOpen && !isInside ? 'close' : 'apostrophe'
}

/** True for the apostrophe of a shortened word: `'90s`, `'tis`, `rock 'n' roll`. */
function isClipped({ text, at, language }: Place): boolean {
  const rest = text.slice(at + 1, at + 12)
  if (/^\d\ds?(?![\p{L}\p{N}])/u.test(rest)) return true
  return primaryLanguage(language) === 'en' && clipped.test(rest)
}

function glyphOf(quote: Quote, flow: TextFlow): string {
  const { mark, role, opening = quote } = quote
  if (role === 'prime') return mark === '"' ? '″' : '′'
  if (role === 'apostrophe') return '’'
  const marks = quoteMarks(languageAt(flow, opening.at))
  return marks[mark === '"' ? 'double' : 'single'][role === 'open' ? 0 : 1]
}
