/**
 * Straight quotes → the marks of the language, apostrophes and primes, as pandoc's `smart` reads them: a
 * quote opens before a word and closes behind one. What is ambiguous goes by the quotes that are open.
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
  /** Of a closing quote: the one that it closes, whose language it speaks. */
  opening?: Quote
}

/** Behind these a quote opens, where a word follows. */
const opensAfter = /[\s([{<¡¿«‹„‚“‘–—\-/=+|&…]/
const closesBefore = /[\s.,;:!?)\]}»›”’…–—-]/
/** Half of a character beyond the first plane is taken for a letter: there are few other things there. */
const word = /[\p{L}\p{N}\p{M}\uFFFC\uD800-\uDFFF]/u
/** Scripts in which a word stands against the next. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u
/** English words that begin with an apostrophe, unless a quote follows them at once. */
const clipped = /^(?:n'|(?:tis|twas|twere|twill|em|til|bout|cause|cos|round|neath|sup)(?![\p{L}\p{N}'’]))/iu

export function quotes(flow: TextFlow): FlowEdit[] {
  const found = rolesOf(flow)
  return found.flatMap(quote => {
    const value = glyphOf(quote, flow)
    return value === quote.mark ? [] : [{ at: quote.at, length: 1, value }]
  })
}

function rolesOf(flow: TextFlow): readonly Quote[] {
  const { text, literals } = flow
  const quotes: Quote[] = []
  const open: Quote[] = []
  for (const { index: at, 0: mark } of text.matchAll(/["']/g)) {
    if ((mark !== '"' && mark !== "'") || literals.has(at)) continue
    const previous = quotes.at(-1)
    const isBehindOpening = previous?.at === at - 1 && previous.role === 'open'
    const language = languageAt(flow, at)
    const role = roleOf({ text, at, mark, isBehindOpening, open, language })
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

/** Ends the innermost quote of its kind; single ones inside that were not closed were apostrophes. */
function close(quote: Quote, open: Quote[]): void {
  const from = open.findLastIndex(one => one.mark === quote.mark)
  if (from < 0) return
  const [opening, ...inside] = open.splice(from)
  if (opening) quote.opening = opening
  for (const one of inside) if (one.mark === "'") one.role = 'apostrophe'
}

interface Place {
  readonly text: string
  readonly at: number
  readonly mark: '"' | "'"
  readonly isBehindOpening: boolean
  readonly open: readonly Quote[]
  readonly language: string
}

/** Undefined for what stands alone: it stays. */
function roleOf(place: Place): Role | undefined {
  const { text, at, mark, isBehindOpening, open } = place
  const before = text[at - 1] ?? ' '
  const after = /["']*(.?)/su.exec(text.slice(at + 1, at + 6))?.[1] || ' '
  const isOpen = open.some(one => one.mark === mark)
  const isBeforeText = /\S/.test(after)
  if (opensAfter.test(before) || isBehindOpening) {
    if (isOpen && closesBefore.test(after) && before !== '(') return 'close'
    if (!isBeforeText) return isOpen || (/\S/.test(before) && !isBehindOpening) ? 'close' : undefined
    return mark === "'" && isClipped(place) ? 'apostrophe' : 'open'
  }
  return mark === '"' ? doubleRole(place, before, after, isOpen) : singleRole(place, before, isOpen)
}

function doubleRole({ text, at }: Place, before: string, after: string, isOpen: boolean): Role {
  if (isOpen) return 'close'
  if (/\d/.test(before) && !/\p{L}/u.test(text[at + 1] ?? '')) return 'prime'
  // `said,"so"`, and scripts that put no space between words.
  return word.test(after) ? 'open' : 'close'
}

function singleRole({ text, at }: Place, before: string, isOpen: boolean): Role {
  const next = text[at + 1] ?? ''
  if (unspaced.test(before)) return isOpen ? 'close' : word.test(next) ? 'open' : 'apostrophe'
  const isInside = word.test(before) && word.test(next)
  if (/\d/.test(before) && !(isOpen && !isInside)) {
    // `1990's` is no measure; `3'UTR` and `5'10"` are.
    return /^s?(?![\p{L}\p{N}])/u.test(text.slice(at + 1)) && /^s/.test(next) ? 'apostrophe' : 'prime'
  }
  return isOpen && !isInside ? 'close' : 'apostrophe'
}

/** `'90s`, `'tis`, `rock 'n' roll`. */
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
