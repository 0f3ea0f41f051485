/**
 * Quotation marks by language: outer and inner pair. They follow CLDR's delimiters, except for languages
 * whose books are printed otherwise: « » outside in Spanish and Italian, and spaces inside the marks in
 * French only.
 */
import { languageFallbacks } from '../../values/language.ts'
import { ownValue } from '../../values/record.ts'

interface QuoteMarks {
  /** The marks that are printed for `"…"`. */
  readonly double: readonly [open: string, close: string]
  /** The marks that are printed for `'…'`. */
  readonly single: readonly [open: string, close: string]
}

const english = ['“”', '‘’'] as const
const high = ['””', '’’'] as const
const german = ['„“', '‚‘'] as const
const polish = ['„”', '«»'] as const
const pointed = ['«»', '“”'] as const
const russian = ['«»', '„“'] as const
/** French guillemets have a no-break space inside. */
const french = ['«\u00A0|\u00A0»', '“”'] as const
const corner = ['「」', '『』'] as const

type Pairs = readonly [double: string, single: string]

const table: Readonly<Record<string, Pairs>> = {
  af: english,
  ar: ['”“', '’‘'],
  az: pointed,
  be: russian,
  bg: ['„“', '’’'],
  bn: english,
  bs: ['„”', '‘’'],
  ca: pointed,
  cs: german,
  cy: ['‘’', '“”'],
  da: ['””', '’’'],
  de: german,
  'de-CH': ['«»', '‹›'],
  el: pointed,
  en: english,
  eo: english,
  es: pointed,
  'es-MX': english,
  et: ['„“', '«»'],
  eu: pointed,
  fa: ['«»', '‹›'],
  fi: high,
  fr: french,
  'fr-CH': ['«\u202F|\u202F»', '‹\u202F|\u202F›'],
  ga: english,
  gl: pointed,
  he: ['””', '’’'],
  hi: english,
  hr: ['„”', '‚’'],
  hu: ['„”', '»«'],
  hy: ['«»', '“”'],
  id: english,
  is: german,
  it: pointed,
  ja: corner,
  ka: ['„“', '“”'],
  kk: pointed,
  ko: english,
  lt: german,
  lv: ['“”', '‘’'],
  mk: ['„“', '’‘'],
  mn: pointed,
  ms: english,
  nb: ['«»', '‘’'],
  nl: ['“”', '‘’'],
  nn: ['«»', '‘’'],
  pl: polish,
  pt: english,
  'pt-PT': pointed,
  ro: ['„”', '«»'],
  ru: russian,
  sk: german,
  sl: ['„“', '‚‘'],
  sq: pointed,
  sr: ['„”', '’’'],
  sv: high,
  ta: english,
  th: english,
  tr: english,
  uk: russian,
  ur: ['”“', '’‘'],
  vi: english,
  zh: english,
  'zh-Hant': corner,
}

/** The marks of a language. A language that is not in the table gets English marks. */
export function quoteMarks(language: string): QuoteMarks {
  const pairs = languageFallbacks(language)
    .map(tag => ownValue(table, tag))
    .find(marks => marks !== undefined)
  const [double, single] = pairs ?? english
  return { double: pairOf(double), single: pairOf(single) }
}

function pairOf(marks: string): readonly [string, string] {
  const [open = '', close = ''] = marks.includes('|') ? marks.split('|') : [...marks]
  return [open, close]
}
