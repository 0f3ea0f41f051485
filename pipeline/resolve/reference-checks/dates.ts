/** Dates that do not exist, ranges that end before they begin, and years long after the article. */
import type { ReferenceSource } from '../../model/article.ts'
import type { CslItem } from '../../model/csl.ts'
import { isRecord } from '../../values/record.ts'
import type { Finding, ReferenceCheck } from './reference-check.ts'
import { dateParts } from './work-identity.ts'
import { writtenText } from './written-text.ts'

const variables = ['issued', 'accessed'] as const

export const checkDates: ReferenceCheck = ({ works, year, sources }) =>
  works.flatMap(item =>
    variables.flatMap((variable): Finding[] => {
      const flaw =
        dateFlaw(item, variable, year) ??
        (variable === 'issued' ? fieldFlaw(item, sources.get(item.id)) : undefined)
      if (flaw === undefined) return []
      const what = variable === 'issued' ? 'date' : 'date of access'
      return [
        {
          rule: 'date-invalid',
          key: item.id,
          variable,
          reason: `Unexpected ${what} of \`${item.id}\`: ${flaw}`,
          note: 'Write the year with four digits, the month as 1 to 12 and a day of that month: 2015-03-31.',
        },
      ]
    }),
  )

/** What is wrong with the date, in words. Undefined if nothing is wrong. `year`: the year of the article. */
function dateFlaw(item: CslItem, variable: (typeof variables)[number], year: number | undefined) {
  const date: unknown = item[variable]
  const days = dateParts(date)
  const [first, last] = days
  for (const day of days) {
    const flaw = dayFlaw(day)
    if (flaw !== undefined) return flaw
  }
  // An open range ends in the year 0.
  if (first && last && last[0] !== 0 && isBefore(last, first)) {
    return `it ends, ${last.join('-')}, before it begins, ${first.join('-')}`
  }
  const [issued = 0] = first ?? []
  if (year !== undefined && issued > year + 2)
    return `the year ${issued} comes long after the article, ${year}`
  return first ? undefined : wordsFlaw(dateWords(date))
}

/**
 * What is wrong with the fields for month and day of BibTeX. An invalid one is not part of the parsed date,
 * so the fields are checked.
 */
function fieldFlaw(item: CslItem, source: ReferenceSource | undefined): string | undefined {
  if (!source) return undefined
  const [month, day] = [writtenText(source, 'month'), writtenText(source, 'day')]
  if (/^\d+$/.test(month) && (Number(month) < 1 || Number(month) > 12)) return `there is no month ${month}`
  const { issued } = item
  const hasYearAlone = dateParts(issued)[0]?.length === 1 && issued?.season === undefined
  if (hasYearAlone && /\p{L}{3}/u.test(month) && !/\\/.test(month)) return `\`${month}\` is not a month`
  if (/^\d+$/.test(day) && (Number(day) < 1 || Number(day) > 31)) return `there is no day ${day}`
  return undefined
}

/** What is wrong with a day. Months 21 to 41 are seasons and other parts of the year (EDTF, ISO 8601-2). */
function dayFlaw([year = Number.NaN, month = 1, day = 1]: readonly number[]): string | undefined {
  if (!Number.isInteger(year)) return 'it has no year'
  if (year > 2100) return `the year ${year} has not come`
  const isSeason = month >= 21 && month <= 41
  if (!isSeason && !(month >= 1 && month <= 12)) return `there is no month ${month}`
  const last = isSeason ? 31 : new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate()
  return day >= 1 && day <= last ? undefined : `there is no day ${day} in that month`
}

/** Words for numbers, by which a year in words is known in English, German, French, Spanish and Italian. */
const numberWord =
  /(?:^|[\s-])(?:eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty|fou?rty|fifty|sixty|seventy|eighty|ninety|mill?e?|cent|vingt|mil)(?=$|[\s-])|hundred|thousand|hundert|tausend|zwanzig|cientos|cento/iu

/**
 * What is wrong with a date in words. `in press` and `1999?` are words; `2015-31-12` and `20015` are dates
 * with mistakes, and the words of `nineteen ninety` are printed as they stand.
 */
function wordsFlaw(words: string): string | undefined {
  if (!/\p{N}/u.test(words) && numberWord.test(words))
    return `\`${words}\` is not a year in digits, and is printed as it stands`
  return /^\d[\d\s./-]*$/.test(words) && !isYearRange(words) ? `\`${words}\` is not a date` : undefined
}

/** True for a year, and for a range such as `1996-97` and `1996/1998`; `2020-13` ends before it begins. */
function isYearRange(words: string): boolean {
  const [, first = '', last] = /^(\d{1,4})(?:\s*[-/]+\s*(\d{2,4}))?$/.exec(words) ?? []
  return first !== '' && (last === undefined || Number(last) > Number(first.slice(-last.length)))
}

/** The words of a date that is not in numbers; empty for a date in numbers. */
function dateWords(date: unknown): string {
  if (typeof date === 'string') return date.trim()
  if (!isRecord(date)) return ''
  const words = 'literal' in date ? date.literal : date.raw
  return typeof words === 'string' && !isIsoDate(words) ? words.trim() : ''
}

/** True for a date in ISO 8601, also with EDTF's marks for uncertain dates and open ranges. */
function isIsoDate(text: string): boolean {
  return /^-?\d{4}(?:-(?:0\d|1[0-2]|[2-4]\d)(?:-[0-3]\d)?)?[?~%]?(?:\/.*)?$/.test(text.trim())
}

function isBefore(one: readonly number[], other: readonly number[]): boolean {
  for (const [index, part] of one.entries()) {
    const against = other[index]
    if (against === undefined || part === against) continue
    // A season cannot be compared with a month.
    return index === 1 && Math.max(part, against) > 12 ? false : part < against
  }
  return false
}
