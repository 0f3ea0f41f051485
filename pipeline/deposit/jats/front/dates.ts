/** Dates of the article: `pub-date`, and `history` with the dates before it. */
import type { Element } from 'xast'
import { x } from 'xastscript'
import type { Article } from '../../../model/article.ts'

export function publicationDate({ metadata }: Article): Element[] {
  const date = metadata.dates?.published
  if (date === undefined) return []
  return [
    x(
      'pub-date',
      { 'date-type': 'pub', 'publication-format': 'electronic', 'iso-8601-date': date },
      partsOf(date),
    ),
  ]
}

/** Dates of the front matter → `date-type`. */
const types = { received: 'received', revised: 'rev-recd', accepted: 'accepted' } as const

export function history({ metadata }: Article): Element[] {
  const kinds = ['received', 'revised', 'accepted'] as const
  const dates = kinds.flatMap(kind => {
    const date = metadata.dates?.[kind]
    if (date === undefined) return []
    return [x('date', { 'date-type': types[kind], 'iso-8601-date': date }, partsOf(date))]
  })
  return dates.length === 0 ? [] : [x('history', dates)]
}

/** `2015-03-31` → day, month, year. */
function partsOf(iso: string): Element[] {
  const [year = '', month, day] = iso.split('-')
  return [
    ...(day === undefined ? [] : [x('day', day)]),
    ...(month === undefined ? [] : [x('month', month)]),
    x('year', year),
  ]
}
