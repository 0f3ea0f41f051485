/** Dates in a journal's form and the article's language: `2015-02-15` → "15 Feb 2015". */
import type { Manifest } from '../journal/index.ts'

type DateFormat = Manifest['dates']['format']

/** `iso`: a year, a month or a day; what it does not say is left out. */
export function formatDate(iso: string, format: DateFormat, language: string): string {
  if (format === 'YYYY-MM-DD') return iso
  const [year = '', month, day] = iso.split('-')
  if (month === undefined) return year
  const name = new Intl.DateTimeFormat(language, {
    month: format === 'D MMM YYYY' ? 'short' : 'long',
    timeZone: 'UTC',
  }).format(new Date(`${year}-${month}-01T00:00:00Z`))
  if (day === undefined) return `${name} ${year}`
  const number = String(Number(day))
  return format === 'MMMM D, YYYY' ? `${name} ${number}, ${year}` : `${number} ${name} ${year}`
}
