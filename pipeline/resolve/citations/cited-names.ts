/**
 * The authors or the years of cited works in running text: for `\citeauthor` and `\citeyear`, and for names
 * in the sentence in a numeric style, which has no words for authors.
 */
import type { ElementContent } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { type CslItem, isOthers, withoutCslMarkup } from '../../model/csl.ts'
import { escapedPattern } from '../../values/escaped-pattern.ts'

/** The journal's words between and after names. */
export interface NameWords {
  readonly and: string
  readonly etAl: string
}

/**
 * The names of the authors: "Snow", "Snow and Farr" or "Snow et al." Without authors the editors, else the
 * title.
 */
export function authorsOf(item: CslItem | undefined, { and, etAl }: NameWords): string {
  const people = item?.author ?? item?.editor ?? []
  const isCut = people.length > 1 && isOthers(people.at(-1))
  const listed = isCut ? people.slice(0, -1) : people
  const names = listed.map(({ family, given, literal, 'non-dropping-particle': particle }) => {
    const name =
      family === undefined ? (literal ?? given ?? '') : [particle, family].filter(Boolean).join(' ')
    return name.replaceAll("'", '’')
  })
  const [first, second, ...others] = names.filter(name => name !== '')
  if (first === undefined) return withoutCslMarkup(item?.title || (item?.id ?? ''))
  if (second === undefined) return isCut ? `${first} ${etAl}` : first
  return others.length > 0 || isCut ? `${first} ${etAl}` : `${first} ${and} ${second}`
}

/**
 * The year of a work as the style prints it in `content`, `2001a` or `n.d.-a`; if it is not printed there,
 * `2001`,
 * `in press` or `n.d.`
 */
export function yearIn(content: readonly ElementContent[], item: CslItem | undefined): string {
  const year = yearOf(item)
  const printed = textOf({ type: 'root', children: [...content] })
  const words = year ?? String(item?.issued?.literal ?? item?.status ?? 'n.d.')
  const escaped = escapedPattern(words)
  const letter = year === undefined ? String.raw`(?:-\p{Ll})?` : String.raw`\p{Ll}?`
  return (
    new RegExp(String.raw`(?<![\p{L}\d])${escaped}${letter}(?![\p{L}\d])`, 'u').exec(printed)?.[0] ?? words
  )
}

function yearOf(item: CslItem | undefined): string | undefined {
  const issued = item?.issued
  const parts: unknown = issued && 'date-parts' in issued ? issued['date-parts'] : undefined
  const year: unknown = Array.isArray(parts) && Array.isArray(parts[0]) ? parts[0][0] : undefined
  return year === undefined ? undefined : String(year)
}
