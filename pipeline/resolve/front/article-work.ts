/** The article as a work that others cite: its metadata → a CSL item. */
import type { Contributor, Manuscript } from '../../article.ts'
import type { Journal } from '../../journal/index.ts'
import type { PersonName } from '../../metadata.ts'
import type { CslItem } from '../../tools/citation-js.ts'

export interface ArticleWorkContext {
  readonly manuscript: Manuscript
  readonly journal: Journal
  readonly language: string
  readonly contributors: readonly Contributor[]
  readonly plainTitle: string
}

export function articleWork(context: ArticleWorkContext): CslItem {
  const { manuscript, journal, language, contributors, plainTitle } = context
  const { metadata, slug } = manuscript
  const { manifest } = journal
  const published = metadata.dates?.published
  const { first, last } = metadata.pages ?? {}
  const page = first === undefined ? metadata.elocation : [first, last].filter(Boolean).join('-')
  return {
    id: slug,
    type: 'article-journal',
    title: plainTitle,
    author: contributors.map(({ name }) => cslName(name)),
    'container-title': manifest.title,
    'container-title-short': manifest.abbreviation ?? manifest.title,
    language,
    ...(manifest.publisher !== undefined && { publisher: manifest.publisher }),
    ...(manifest.issn !== undefined && { ISSN: manifest.issn }),
    ...(metadata.volume !== undefined && { volume: metadata.volume }),
    ...(metadata.issue !== undefined && { issue: metadata.issue }),
    ...(page !== undefined && { page }),
    ...(metadata.doi !== undefined && { DOI: metadata.doi }),
    ...(published !== undefined && { issued: { 'date-parts': [datePartsOf(published)] } }),
  }
}

function cslName(name: PersonName) {
  return {
    ...(name.given !== undefined && { given: name.given }),
    ...(name.family !== undefined && { family: name.family }),
    ...(name['dropping-particle'] !== undefined && { 'dropping-particle': name['dropping-particle'] }),
    ...(name.particle !== undefined && { 'non-dropping-particle': name.particle }),
    ...(name.suffix !== undefined && { suffix: name.suffix }),
    ...(name.literal !== undefined && { literal: name.literal }),
  }
}

function datePartsOf(iso: string): [number] | [number, number] | [number, number, number] {
  const [year = 0, month, day] = iso.split('-').map(Number)
  if (month === undefined) return [year]
  return day === undefined ? [year, month] : [year, month, day]
}
