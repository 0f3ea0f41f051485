/** Works and citations in CSL-JSON, the form of the CSL specification 1.0.2 that the engine takes. */
import { loweredCharacters, raisedCharacters } from './formula-text.ts'

/** CSL 1.0.2, appendix III: names. */
export interface CslName {
  family?: string
  given?: string
  'dropping-particle'?: string
  'non-dropping-particle'?: string
  suffix?: string
  /** The name of an institution, or a name that is printed as it is. */
  literal?: string
}

/**
 * True for the name that says that a list of names goes on: "others" or "et al." Not meant for the first name
 * of a list.
 */
export function isOthers(name: unknown): boolean {
  if (typeof name !== 'object' || name === null) return false
  const { family, given, literal }: Partial<Record<string, unknown>> = { ...name }
  return !given && /^(?:(?:and )?others|et al\.?)$/i.test(String(literal ?? family ?? '').trim())
}

type DatePart = readonly (string | number)[]

/** A date: year, month and day. A range has two of these; if its end is open, the second is `[0]`. */
export interface CslDate {
  'date-parts'?: readonly DatePart[]
  season?: string | number
  circa?: string | number | boolean
  literal?: string
  raw?: string
}

type NameVariable =
  | 'author'
  | 'chair'
  | 'collection-editor'
  | 'compiler'
  | 'composer'
  | 'container-author'
  | 'contributor'
  | 'curator'
  | 'director'
  | 'editor'
  | 'editorial-director'
  | 'executive-producer'
  | 'guest'
  | 'host'
  | 'illustrator'
  | 'interviewer'
  | 'narrator'
  | 'organizer'
  | 'original-author'
  | 'performer'
  | 'producer'
  | 'recipient'
  | 'reviewed-author'
  | 'script-writer'
  | 'series-creator'
  | 'translator'

type DateVariable = 'accessed' | 'available-date' | 'event-date' | 'issued' | 'original-date' | 'submitted'

type TextVariable =
  | 'abstract'
  | 'annote'
  | 'archive'
  | 'archive-place'
  | 'archive_collection'
  | 'archive_location'
  | 'authority'
  | 'call-number'
  | 'citation-key'
  | 'citation-label'
  | 'collection-title'
  | 'container-title'
  | 'container-title-short'
  | 'dimensions'
  | 'division'
  | 'DOI'
  | 'event'
  | 'event-place'
  | 'event-title'
  | 'genre'
  | 'ISBN'
  | 'ISSN'
  | 'journalAbbreviation'
  | 'jurisdiction'
  | 'keyword'
  | 'language'
  | 'medium'
  | 'note'
  | 'original-publisher'
  | 'original-publisher-place'
  | 'original-title'
  | 'part-title'
  | 'PMCID'
  | 'PMID'
  | 'publisher'
  | 'publisher-place'
  | 'references'
  | 'reviewed-genre'
  | 'reviewed-title'
  | 'scale'
  | 'section'
  | 'shortTitle'
  | 'source'
  | 'status'
  | 'title'
  | 'title-short'
  | 'URL'
  | 'version'
  | 'volume-title'
  | 'volume-title-short'
  | 'year-suffix'

type NumberVariable =
  | 'chapter-number'
  | 'citation-number'
  | 'collection-number'
  | 'edition'
  | 'first-reference-note-number'
  | 'issue'
  | 'locator'
  | 'number'
  | 'number-of-pages'
  | 'number-of-volumes'
  | 'page'
  | 'page-first'
  | 'part'
  | 'printing'
  | 'supplement'
  | 'volume'

/** One work (CSL 1.0.2, appendix IV: variables). */
export type CslItem = { readonly id: string; type: string } & { [name in NameVariable]?: CslName[] } & {
  [name in DateVariable]?: CslDate
} & { [name in TextVariable]?: string } & { [name in NumberVariable]?: string | number } & {
  categories?: string[]
  custom?: Record<string, unknown>
}

/** A work while it is being read; the keys are variables of CSL. */
export type CslDraft = Record<string, unknown>

/**
 * The work that a reader made of its source. A source may give a variable any value; readers have checked
 * what they understand, and the engine's input (`tools/citation-js/csl-input.ts`) passes over the rest.
 */
export function cslItem(draft: CslDraft, id: string): CslItem {
  return { ...draft, id } as CslItem
}

/**
 * Removes the markup that CSL-JSON allows in texts: `<i>Homo sapiens</i>`, `<span
 * class="nocase">iPhone</span>`. Raised and lowered digits stay so: `10<sup>5</sup>` → 10⁵.
 */
export function withoutCslMarkup(text: string): string {
  const digits = text
    .replace(/<sup>([^<]*)<\/sup>/g, (_, raised: string) => raisedCharacters(raised) ?? raised)
    .replace(/<sub>([^<]*)<\/sub>/g, (_, lowered: string) => loweredCharacters(lowered) ?? lowered)
  return digits.replace(/<\/?(?:i|b|sup|sub|sc|span)\b[^>]*>/g, '')
}

/** One cited work of a cluster, in the engine's own form. */
export interface CslCitationItem {
  readonly id: string
  readonly locator?: string
  readonly label?: string
  readonly prefix?: string
  readonly suffix?: string
  readonly 'suppress-author'?: boolean
}

/** Works that are cited together, in one pair of brackets or one note. */
export interface CslCluster {
  readonly items: readonly CslCitationItem[]
  /**
   * The part of the citation that is wanted. `author-only`: the names in the text; `suppress-author`: the
   * rest.
   */
  readonly mode?: 'author-only' | 'suppress-author'
  /** The number of the footnote that contains the cluster; 0 or missing in the text. */
  readonly noteIndex?: number
  /**
   * If false, the works keep the order in which they are written, whatever the style says, because the
   * author's words refer to this order.
   */
  readonly isSorted?: boolean
}

/** One entry of the list of references, as HTML. */
export interface CslListEntry {
  readonly id: string
  readonly html: string
}

/** How a style wants its list of references set (CSL 1.0.2, "Bibliography-specific Options"). */
export interface CslListLayout {
  readonly hangingIndent: boolean
  /**
   * The place of the labels. `flush`: in a column inside the list; `margin`: in the margin; false: not in a
   * column.
   */
  readonly secondFieldAlign: false | 'flush' | 'margin'
  /** White space between entries and between lines, in lines. */
  readonly entrySpacing: number
  readonly lineSpacing: number
}
