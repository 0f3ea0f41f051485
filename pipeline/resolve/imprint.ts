/**
 * The lines that a journal prints about an article, made from the metadata: how to cite it, its dates,
 * the copyright line, and the strings of running heads and feet. The words are the manifest's and the
 * CSL style's.
 */
import type { Affiliation, Contributor, FurniturePlace, Imprint, Manuscript, PageKind } from '../article.ts'
import type { Journal } from '../journal/index.ts'
import type { Dates } from '../metadata.ts'
import { fillPattern } from '../pattern.ts'
import { type CslItem, openCslEngine } from '../tools/citation-js.ts'
import { cslEntry } from './csl-entry.ts'
import { formatDate } from './dates.ts'

export interface ImprintContext {
  readonly manuscript: Manuscript
  readonly journal: Journal
  readonly language: string
  readonly contributors: readonly Contributor[]
  readonly affiliations: readonly Affiliation[]
  readonly plainTitle: string
}

const dateKinds = ['received', 'revised', 'accepted', 'published'] as const satisfies (keyof Dates)[]
/** Left for the pages, where it is known. */
const perPage: ReadonlySet<string> = new Set(['page', 'pages', 'heading'])

export function resolveImprint(context: ImprintContext): Imprint {
  const { manuscript, journal, language } = context
  const { dates, furniture } = journal.manifest
  const values = valuesOf(context)
  const fill = (pattern: string) => fillPattern(pattern, values, perPage).trim()
  const fillAll = (kind: PageKind): Partial<Record<FurniturePlace, string>> =>
    Object.fromEntries(
      Object.entries(furniture[kind]).flatMap(([place, pattern]) =>
        pattern === undefined || fill(pattern) === '' ? [] : [[place, fill(pattern)]],
      ),
    )
  return {
    howToCite: howToCite(context),
    masthead: fill(journal.manifest.masthead),
    copyright: manuscript.metadata.copyright?.statement ?? fill(journal.manifest.copyright),
    dates: dateKinds.flatMap(kind => {
      const iso = manuscript.metadata.dates?.[kind]
      return iso === undefined
        ? []
        : [{ label: dates[kind], text: formatDate(iso, dates.format, language), iso }]
    }),
    furniture: { first: fillAll('first'), left: fillAll('left'), right: fillAll('right') },
  }
}

/** What patterns may name; documented in `styles/base/journal.yml`. */
function valuesOf({ manuscript, journal, contributors, plainTitle }: ImprintContext) {
  const { metadata } = manuscript
  const { manifest } = journal
  const year = metadata.dates?.published?.slice(0, 4)
  const { first, last } = metadata.pages ?? {}
  return {
    journal: manifest.title,
    'journal-abbreviation': manifest.abbreviation ?? manifest.title,
    publisher: manifest.publisher,
    issn: manifest.issn,
    url: manifest.url,
    site: manifest.url?.replace(/^https?:\/\//, ''),
    title: plainTitle,
    'short-title': metadata['short-title'] ?? plainTitle,
    section: metadata.section,
    authors: contributors.map(one => one.displayName).join(', ') || undefined,
    'short-authors': metadata['short-authors'] ?? shortAuthors(contributors, journal),
    volume: metadata.volume,
    issue: metadata.issue,
    'page-range':
      first === undefined ? metadata.elocation : [first, last].filter(Boolean).join(manifest.range),
    doi: metadata.doi,
    year,
    'copyright-year': metadata.copyright?.year ?? year,
    holder: metadata.copyright?.holder ?? manifest.title,
    license: metadata.license?.text ?? metadata.license?.id,
  } satisfies Record<string, string | undefined>
}

/** "Jain and Jain", "Halloran et al." */
function shortAuthors(contributors: readonly Contributor[], { manifest }: Journal): string | undefined {
  const [first, second, third] = contributors.map(one => one.familyName)
  if (first === undefined) return undefined
  if (second === undefined) return first
  const { and, 'et-al': etAl } = manifest.labels
  return third === undefined ? `${first} ${and} ${second}` : `${first} ${etAl}`
}

/** The article as a work in the journal's own words: the CSL style for it, run over its own metadata. */
function howToCite({ manuscript, journal, language, contributors, plainTitle }: ImprintContext) {
  const { metadata } = manuscript
  // Without authors and a title there is nothing to cite.
  if (plainTitle === '' || contributors.length === 0) return []
  const { manifest } = journal
  const published = metadata.dates?.published
  const { first, last } = metadata.pages ?? {}
  const item: CslItem = {
    id: 'article',
    type: 'article-journal',
    title: plainTitle,
    author: contributors.map(({ name }) => ({
      ...(name.given !== undefined && { given: name.given }),
      ...(name.family !== undefined && { family: name.family }),
      ...(name['dropping-particle'] !== undefined && { 'dropping-particle': name['dropping-particle'] }),
      ...(name.particle !== undefined && { 'non-dropping-particle': name.particle }),
      ...(name.suffix !== undefined && { suffix: name.suffix }),
      ...(name.literal !== undefined && { literal: name.literal }),
    })),
    'container-title': manifest.title,
    'container-title-short': manifest.abbreviation ?? manifest.title,
    ...(metadata.volume !== undefined && { volume: metadata.volume }),
    ...(metadata.issue !== undefined && { issue: metadata.issue }),
    ...(first === undefined && metadata.elocation !== undefined && { page: metadata.elocation }),
    ...(first !== undefined && { page: [first, last].filter(Boolean).join('-') }),
    ...(metadata.doi !== undefined && { DOI: metadata.doi }),
    ...(published !== undefined && { issued: { 'date-parts': [datePartsOf(published)] } }),
  }
  const engine = openCslEngine(journal.howToCiteCsl, [item], language, journal.cslLocale)
  engine.cite([{ items: [{ id: 'article' }] }])
  return cslEntry(engine.bibliography()[0]?.html ?? '').content
}

function datePartsOf(iso: string): [number] | [number, number] | [number, number, number] {
  const [year = 0, month, day] = iso.split('-').map(Number)
  if (month === undefined) return [year]
  return day === undefined ? [year, month] : [year, month, day]
}
