/** The months and seasons of dates, in the order of the year, and their numbers from 1. */

/** Three letters each, as BibTeX abbreviates them. */
export const monthNames: readonly string[] = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

const seasonNames: readonly string[] = ['spring', 'summer', 'autumn', 'winter']

/**
 * Names of months in German, French, Spanish, Italian, Portuguese and Dutch, without accents, that do not
 * begin like the English names.
 */
const otherNames: readonly string[] = [
  'ene enero genn gennaio',
  'fev fevr fevrier fevereiro',
  'mrt maart',
  'avr avril abr abril',
  'mai maggio magg maio mei',
  'juin giu giugno',
  'juil juillet lug luglio',
  'aout ago agosto',
  'sett settembre setembro',
  'okt oktober ott ottobre outubro',
  '',
  'dez dezember dezembro dic diciembre dicembre',
]
const otherMonths = new Map(
  otherNames.flatMap((names, index) => names.split(' ').map((name): [string, number] => [name, index + 1])),
)

/**
 * The number of a month: `March`, `Mar`, `März` → 3. Undefined if the word is not the name of a month in one
 * of the languages above and does not begin like an English one.
 */
export function monthNumber(word: string): number | undefined {
  if (!/^\p{L}{3,10}$/u.test(word)) return undefined
  const plain = word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')
  const index = monthNames.indexOf(plain.slice(0, 3))
  return index < 0 ? otherMonths.get(plain) : index + 1
}

/** The number of a season: `Spring` → 1, `Autumn` and `Fall` → 3. Undefined if the text is not a season. */
export function seasonNumber(text: string): number | undefined {
  const index = seasonNames.indexOf(text.trim().toLowerCase().replace('fall', 'autumn'))
  return index < 0 ? undefined : index + 1
}
