/** The months and seasons of English dates, in the order of the year, and their numbers from 1. */

/** Three letters each, as BibTeX abbreviates them. */
export const monthNames: readonly string[] = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

const seasonNames: readonly string[] = ['spring', 'summer', 'autumn', 'winter']

/**
 * The number of a month: `March`, `Mar` → 3. Undefined if the word does not begin like the name of a month.
 */
export function monthNumber(word: string): number | undefined {
  const index = /^\p{L}{3,9}$/u.test(word) ? monthNames.indexOf(word.slice(0, 3).toLowerCase()) : -1
  return index < 0 ? undefined : index + 1
}

/** The number of a season: `Spring` → 1, `Autumn` and `Fall` → 3. Undefined if the text is not a season. */
export function seasonNumber(text: string): number | undefined {
  const index = seasonNames.indexOf(text.trim().toLowerCase().replace('fall', 'autumn'))
  return index < 0 ? undefined : index + 1
}
