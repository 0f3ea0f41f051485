/**
 * The authors or the years of cited works in running text, where they stand alone, as `\citeauthor` and
 * `\citeyear` ask, or where a style of numbers has no words for the authors.
 */
import type { CslItem } from '../tools/citation-js.ts'

/** "Snow", "Snow and Farr" or "Snow et al."; the editors or the title where there are no authors. */
export function authorsOf(item: CslItem | undefined, and: string): string {
  const people = item?.author ?? item?.editor ?? []
  const names = people.map(({ family, literal, 'non-dropping-particle': particle }) =>
    family === undefined ? (literal ?? '') : [particle, family].filter(Boolean).join(' '),
  )
  const [first, second, ...others] = names.filter(name => name !== '')
  if (first === undefined) return item?.title ?? item?.id ?? ''
  if (second === undefined) return first
  return others.length > 0 ? `${first} et al.` : `${first} ${and} ${second}`
}

export function yearOf(item: CslItem | undefined): string {
  const issued = item?.issued
  const parts: unknown = issued && 'date-parts' in issued ? issued['date-parts'] : undefined
  const year: unknown = Array.isArray(parts) && Array.isArray(parts[0]) ? parts[0][0] : undefined
  return year === undefined ? 'n.d.' : String(year)
}
