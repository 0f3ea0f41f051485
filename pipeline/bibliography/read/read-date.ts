/**
 * Dates in bibliographies → CSL dates. They are written in EDTF of levels 0 and 1 (ISO 8601-2:2019; biblatex
 * 3.20, "Date and Time Specifications"), as years and months of BibTeX, or in English words. A text that is
 * not a date is kept as a literal date.
 */
import type { CslDate } from '../../model/csl.ts'
import { monthNumber, seasonNumber } from '../../values/months.ts'

/**
 * Reads a date in EDTF: `2010-03/2011`, `2010~`, `2003-21` (spring), `199X`, `-0379` (380 BC), `Y17000002`,
 * `2010/..`. A range without a beginning is a literal date, `../2010` → "–2010": CSL cannot express it. A
 * date of which neither end is known is undefined.
 */
export function readEdtf(written: string): CslDate | undefined {
  const text = westernDigits(written.trim())
  if (text === '') return undefined
  const [first = '', second, ...more] = text.split('/')
  const start = readPoint(first)
  const end = second === undefined ? undefined : readPoint(second)
  // The draft of EDTF, which biblatex 3.20 also reads, has words for open ends.
  const isOpen = (piece: string | undefined) => /^(?:\.\.|open|unknown)?$/i.test(piece ?? ' ')
  if (more.length > 0 || (!start && !isOpen(first)) || (second !== undefined && !end && !isOpen(second)))
    return { literal: written.trim() }
  const circa = (start?.isCirca || end?.isCirca) && { circa: true }
  if (!start) return end ? { literal: `–${literalPoint(end)}` } : undefined
  if (second === undefined) {
    const { from, to, season } = start
    return { 'date-parts': to ? [from, to] : [from], ...(season && { season }), ...circa }
  }
  return {
    'date-parts': [withSeason(start.from, start), end ? withSeason(end.to ?? end.from, end) : [0]],
    ...circa,
  }
}

/** An end of a range: a season becomes a month from 21 to 24, as in EDTF. CSL's `season` is for one date. */
function withSeason(parts: readonly number[], { season }: DatePoint): readonly number[] {
  return season === undefined ? parts : [...parts, season + 20]
}

interface DatePoint {
  readonly from: readonly number[]
  /** The last year that a date such as `199X` can mean. */
  readonly to?: readonly number[]
  readonly season?: number
  readonly isCirca: boolean
}

/** The end of a range in words that need no language: `2010-03`; 380 BC as `-379`. */
function literalPoint({ from, to }: DatePoint): string {
  const [year = 0, ...rest] = to ?? from
  const digits = [year < 0 ? year + 1 : year, ...rest.map(part => String(part).padStart(2, '0'))]
  return digits.join('-')
}

function readPoint(text: string): DatePoint | undefined {
  const parts = /^(Y?-?[\dX]{1,12})(?:-([\dX]{1,2}))?(?:-([\dX]{1,2}))?(?:T[\d:.Z+-]+)?([?~%])?$/i.exec(text)
  if (!parts) return undefined
  const [, year = '', month = '', day = '', mark] = parts
  const isCirca = mark !== undefined
  const digits = year.replace(/^Y/i, '')
  if (/X/i.test(digits)) {
    if (!/^\d{1,3}X{1,3}$/i.test(digits) || digits.length !== 4) return undefined
    const edge = (digit: string) => [Number(digits.replace(/X/gi, digit))]
    return { from: edge('0'), to: edge('9'), isCirca }
  }
  if (!/^-?\d+$/.test(digits) || (digits.replace('-', '').length < 4 && month !== '')) return undefined
  // EDTF writes 1 BC as year 0; CSL has no year 0 and writes -1.
  const number = Number(digits)
  const yearNumber = number < 0 || digits === '0000' ? number - 1 : number
  if (month === '' || /X/i.test(month)) return { from: [yearNumber], isCirca }
  const season = Number(month) - 20
  if (season >= 1 && season <= 4) return { from: [yearNumber], season, isCirca }
  if (Number(month) < 1 || Number(month) > 12) return undefined
  if (day === '' || /X/i.test(day)) return { from: [yearNumber, Number(month)], isCirca }
  if (Number(day) < 1 || Number(day) > 31) return undefined
  return { from: [yearNumber, Number(month), Number(day)], isCirca }
}

/**
 * Reads the fields of BibTeX: `year = 2010`, `month = mar`, `month = 10 # "~" # jan`, `year = {1995--1996}`.
 */
export function readYearMonth(year: string, month = '', day = ''): CslDate | undefined {
  const text = westernDigits(year).replace(/[{}]/g, '').trim()
  if (text === '') return undefined
  const range = /^(\d{4})\s*(?:--?|[–—/])\s*(\d{4}|\d{2})$/.exec(text)
  if (range?.[1] && range[2]) {
    const end = range[2].length === 2 ? `${range[1].slice(0, 2)}${range[2]}` : range[2]
    return { 'date-parts': [[Number(range[1])], [Number(end)]] }
  }
  // Brackets say that the work itself does not name the year.
  if (/^\[.*\]\??$/.test(text)) return { literal: text }
  const plain = /^(c(?:irca|a)?\.?\s*|approx\.?\s*|about\s+)?(-?\d{1,4})[a-z]?(\?)?$/i.exec(text)
  if (!plain?.[2]) return readWords(text) ?? { literal: year.trim() }
  const number = Number(plain[2])
  const circa = (plain[1] !== undefined || plain[3] !== undefined) && { circa: true }
  const season = seasonNumber(month.replace(/[{}]/g, ''))
  if (season !== undefined) return { 'date-parts': [[number]], season, ...circa }
  const [first, last] = readMonths(month, day)
  if (!first) return { 'date-parts': [[number]], ...circa }
  return { 'date-parts': [[number, ...first], ...(last ? [[number, ...last]] : [])], ...circa }
}

/**
 * Reads a date in words: `March 2010`, `3 March 2010`, `March 3, 2010`, `2010 Mar 3`, `2010 Mar-Apr`,
 * `2010 Spring`, `2010/03/05`.
 */
export function readWords(text: string): CslDate | undefined {
  const numbers = /^(\d{4})[/.-](\d{1,2})(?:[/.-](\d{1,2}))?\/?$/.exec(text.trim())
  if (numbers) {
    const parts = numbers.slice(1).flatMap(part => (part === undefined ? [] : [Number(part)]))
    const [, month = 1, day = 1] = parts
    const isDate = month >= 1 && month <= 12 && day >= 1 && day <= 31
    return isDate ? { 'date-parts': [parts] } : undefined
  }
  const year = /(?:^|[\s,])(\d{4})(?=$|[\s,/])/.exec(text)
  if (!year?.[1]) return undefined
  const rest = text.replace(year[1], ' ').replace(/[,/]/g, ' ').trim()
  const season = seasonNumber(rest.replace(/[{}]/g, ''))
  const number = Number(year[1])
  if (rest === '') return { 'date-parts': [[number]] }
  if (season !== undefined) return { 'date-parts': [[number]], season }
  const [first, last] = readMonths(rest, '')
  if (!first) return undefined
  return { 'date-parts': [[number, ...first], ...(last ? [[number, ...last]] : [])] }
}

/** One month, or the first and last month of a range. Each can have a day. */
function readMonths(month: string, day: string): readonly (readonly number[])[] {
  const ends = month.replace(/[{}]/g, '').split(/\s*(?:--?|[–—/&])\s*/)
  const months = ends.flatMap((end): (readonly number[])[] => {
    const words = end.split(/[\s~.,]+/).filter(word => word !== '')
    const name = words.flatMap(word => monthNumber(word) ?? [])[0]
    const dayWord = words.find(word => /^\d{1,2}(?:st|nd|rd|th)?$/.test(word))
    if (name !== undefined) return [dayWord === undefined ? [name] : [name, Number.parseInt(dayWord, 10)]]
    const number = words.length === 1 ? Number(words[0]) : Number.NaN
    return number >= 1 && number <= 12 ? [[number]] : []
  })
  if (months.length !== ends.length) return months.slice(0, 1)
  const dayNumber = Number(day)
  return months.length === 1 && months[0]?.length === 1 && dayNumber >= 1 && dayNumber <= 31
    ? [[...months[0], dayNumber]]
    : months.slice(0, 2)
}

/** Digits of any script (`१९८७`) as 0 to 9. Unicode has the ten digits of each script in order. */
function westernDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, digit => {
    const code = digit.codePointAt(0) ?? 0
    if (code < 128) return digit
    let below = 0
    while (below < 10 && /\p{Nd}/u.test(String.fromCodePoint(code - below - 1))) below++
    return String(below % 10)
  })
}
