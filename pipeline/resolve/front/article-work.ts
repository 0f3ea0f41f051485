/** The article as a work that others cite: its metadata → a CSL item. */

import { joinTitle } from '../../bibliography/join-title.ts'
import type { Journal, Manifest } from '../../journal/index.ts'
import type { Contributor, Manuscript } from '../../model/article.ts'
import type { CslItem } from '../../model/csl.ts'
import type { Metadata, PersonName } from '../../model/metadata.ts'

interface ArticleWorkContext {
  readonly manuscript: Manuscript
  readonly journal: Journal
  readonly language: string
  readonly contributors: readonly Contributor[]
  readonly plainTitle: string
  readonly plainSubtitle: string
}

export function articleWork(context: ArticleWorkContext): CslItem {
  const { manuscript, journal, language, contributors, plainTitle, plainSubtitle } = context
  const { metadata, slug } = manuscript
  const { manifest } = journal
  const published = metadata.dates?.published
  return {
    id: slug,
    type: types[manifest.kind],
    title: joinTitle(plainTitle, ': ', plainSubtitle),
    ...(contributors.length > 0 && { author: contributors.map(({ name }) => cslName(name)) }),
    ...(manifest.kind === 'manuscript' ? { genre: manifest.title } : publication(metadata, manifest)),
    language,
    ...(metadata.doi !== undefined && { DOI: metadata.doi }),
    ...(metadata.pmid !== undefined && { PMID: metadata.pmid }),
    ...(metadata.pmcid !== undefined && { PMCID: metadata.pmcid }),
    ...(published !== undefined && { issued: { 'date-parts': [datePartsOf(published)] } }),
  }
}

/** Kind of journal → CSL type of its articles. In CSL 1.0.2 the type `article` means a preprint. */
const types = {
  journal: 'article-journal',
  'preprint-server': 'article',
  manuscript: 'manuscript',
} as const satisfies Record<Manifest['kind'], CslItem['type']>

/** Journal, volume and pages of the article, which a manuscript does not have yet. */
function publication(metadata: Metadata, manifest: Manifest): Partial<CslItem> {
  const { first, last } = metadata.pages ?? {}
  const page = first === undefined ? metadata.elocation : [first, last].filter(Boolean).join('-')
  return {
    'container-title': manifest.title,
    'container-title-short': manifest.abbreviation ?? manifest.title,
    ...(manifest.publisher !== undefined && { publisher: manifest.publisher }),
    ...(manifest.issn !== undefined && { ISSN: manifest.issn }),
    ...(metadata.volume !== undefined && { volume: metadata.volume }),
    ...(metadata.issue !== undefined && { issue: metadata.issue }),
    ...(page !== undefined && { page }),
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
