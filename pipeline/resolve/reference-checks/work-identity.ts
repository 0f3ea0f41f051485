/**
 * Titles, names, years and DOIs of works in a form in which they can be compared: without case, accents,
 * punctuation, tags and LaTeX. `The {DNA} of \emph{E.~coli}` → `thednaofecoli`.
 */

import type { CslItem } from '../../model/csl.ts'
import { doiOf } from '../../values/doi.ts'
import { isRecord } from '../../values/record.ts'
import { variableText } from './variable-text.ts'

export function plainWords(text: string): string {
  return text
    .replace(/<\/?[a-z][^>]*>/gi, '')
    .replace(/&amp;|&/g, ' and ')
    .replace(/\\['"^`~=.ckuvHr](?![a-zA-Z])/g, '')
    .replace(/\\[a-zA-Z]+/g, '')
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l')
    .replace(/[^\p{L}\p{N}]/gu, '')
}

export function plainTitle(item: CslItem): string {
  return plainWords(variableText(item, 'title'))
}

/** The family name of the first author; without authors, of the first editor. */
export function firstAuthor({ author, editor }: CslItem): string {
  // A CSL-JSON file may have one name in the place of a list.
  const names: unknown = author ?? editor
  const first: unknown = Array.isArray(names) ? names[0] : names
  if (!isRecord(first)) return plainWords(typeof first === 'string' ? first : '')
  const name = 'family' in first ? first.family : first.literal
  return typeof name === 'string' ? plainWords(name) : ''
}

export function issuedYear(item: CslItem): number | undefined {
  const parts = dateParts(item.issued)
  return parts[0]?.[0]
}

/** The one or two days of a date, `[[2020, 3, 1], [2020, 4]]`; empty if the date is in words. */
export function dateParts(date: unknown): readonly (readonly number[])[] {
  const parts = isRecord(date) ? date['date-parts'] : undefined
  if (!Array.isArray(parts)) return []
  return parts.filter(part => Array.isArray(part)).map(part => part.map(Number))
}

/** The DOI in lower case, as case does not distinguish DOIs; undefined if there is none. */
export function plainDoi(item: CslItem): string | undefined {
  return doiOf(variableText(item, 'DOI'))
    ?.toLowerCase()
    .replace(/[.,;]+$/, '')
}
