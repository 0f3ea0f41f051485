/** Values of CSL items in the forms that web metadata use. */
import { pageRange } from '../../bibliography/write/page-range.ts'
import type { Article } from '../../model/article.ts'
import type { CslItem } from '../../model/csl.ts'
import { isWebAddress } from '../../values/web-address.ts'

/** A name of the article's authors (with `particle`) or of a CSL item (with `non-dropping-particle`). */
interface Name {
  readonly given?: string | undefined
  readonly family?: string | undefined
  readonly particle?: string | undefined
  readonly 'dropping-particle'?: string | undefined
  readonly 'non-dropping-particle'?: string | undefined
  readonly suffix?: string | undefined
  readonly literal?: string | undefined
}

/**
 * A name with the family name first: "van der Brakel, Petra", "King, Martin Luther, Jr." The name of a group
 * is left unchanged.
 */
export function invertedName(name: Name): string {
  if (name.literal !== undefined) return name.literal
  const family = [name.particle ?? name['non-dropping-particle'], name.family]
  const given = [name.given, name['dropping-particle']]
  return [words(family), words(given), name.suffix].filter(Boolean).join(', ')
}

/** A name in the order of speech: "Petra van der Brakel", "Martin Luther King, Jr." */
export function directName(name: Name): string {
  if (name.literal !== undefined) return name.literal
  const { given, family } = name
  const particle = name.particle ?? name['non-dropping-particle']
  return [words([given, name['dropping-particle'], particle, family]), name.suffix].filter(Boolean).join(', ')
}

function words(parts: readonly (string | undefined)[]): string {
  return parts.filter(Boolean).join(' ')
}

/**
 * The date of a work: `2015-03-31`, `2015-03` or `2015`; undefined without a year. A date range gives its
 * beginning.
 */
export function isoDateOf({ issued }: CslItem): string | undefined {
  const [year, month, day] = (issued?.['date-parts']?.[0] ?? []).map(Number)
  if (year === undefined || !Number.isInteger(year)) return undefined
  const parts = [month, day].filter(part => part !== undefined && part > 0)
  return [String(year).padStart(4, '0'), ...parts.map(part => String(part).padStart(2, '0'))].join('-')
}

/** First and last page of a work. An article number counts as the first page. */
export interface Pages {
  readonly first?: string | undefined
  readonly last?: string | undefined
}

/** The pages as the author gives them. An article number with a hyphen is not taken for a range. */
export function pagesOfArticle({ metadata, work }: Pick<Article, 'metadata' | 'work'>): Pages {
  // A manuscript has no pages, even if the front matter names some.
  return work.page === undefined ? {} : (metadata.pages ?? { first: metadata.elocation })
}

/** `54-55` → 54 and 55. Pages in several pieces, `S1-S5, S7`, give the first and the last page. */
export function pagesOf({ page }: CslItem): Pages {
  const pieces = String(page ?? '')
    .split(/\s*[,;&]\s*/)
    .filter(piece => piece !== '')
  const [start, end] = [pieces[0], pieces.at(-1)]
  if (start === undefined || end === undefined) return {}
  const first = pageRange(start)?.first ?? start
  const last = pageRange(end)?.last ?? (pieces.length > 1 ? end : undefined)
  return { first, last }
}

/** A web address in the form of RFC 3986; undefined if the text is not a web address. */
export function linkedAddress(text: string | undefined): string | undefined {
  const address = text?.trim()
  return address !== undefined && isWebAddress(address) ? new URL(address).href : undefined
}
