/** Dates in a journal's form and the article's language: `2015-02-15` → "15 Feb 2015". */
import type { Manifest } from '../../journal/index.ts'
import { primaryLanguage } from '../../values/language.ts'

type DateFormat = Manifest['dates']['format']

/**
 * A date in the journal's form. In English the order of day, month and year is that of `format`; any other
 * language has its usual order. The calendar is always Gregorian. `iso`: a year, month or day; parts that it
 * lacks are left out.
 */
export function formatDate(iso: string, format: DateFormat, language: string): string {
  if (format === 'YYYY-MM-DD') return iso
  const [year = '', month, day] = iso.split('-')
  if (month === undefined) return year
  const form = { month: format === 'D MMM YYYY' ? 'short' : 'long', timeZone: 'UTC' } as const
  const date = new Date(`${year}-${month}-${day ?? '01'}T00:00:00Z`)
  if (primaryLanguage(language) !== 'en') {
    const parts = { ...form, year: 'numeric', day: day === undefined ? undefined : 'numeric' } as const
    return new Intl.DateTimeFormat(`${language}-u-ca-gregory`, parts).format(date)
  }
  const name = new Intl.DateTimeFormat(language, form).format(date)
  if (day === undefined) return `${name} ${year}`
  const number = String(Number(day))
  return format === 'MMMM D, YYYY' ? `${name} ${number}, ${year}` : `${number} ${name} ${year}`
}
