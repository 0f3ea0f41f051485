/**
 * Highwire Press tags, which Google Scholar, Zotero and other reference managers read
 * (https://scholar.google.com/intl/en/scholar/inclusion.html, "Indexing"). The tags about an author follow
 * the author's tag. Each work of the reference list is one `citation_reference`.
 */
import type { Element } from 'hast'
import { namedPeople } from '../../bibliography/write/named-people.ts'
import type { Journal } from '../../journal/index.ts'
import type { BibliographyEntry, Contributor } from '../../model/article.ts'
import { type CslItem, withoutCslMarkup } from '../../model/csl.ts'
import { invertedName, isoDateOf, linkedAddress, type Pages, pagesOf, pagesOfArticle } from './csl-values.ts'
import type { HeadInput } from './head-input.ts'
import { type MetaEntry, metaTags } from './meta-tags.ts'

export function highwireTags({ article, journal, addresses }: HeadInput): Element[] {
  const { metadata, work, contributors, language, bibliography } = article
  return metaTags([
    ['citation_title', work.title],
    ...contributors.flatMap(authorEntries),
    ['citation_publication_date', slashed(isoDateOf(work))],
    ...placeEntries(journal),
    ...workEntries(work, pagesOfArticle(article)),
    ['citation_arxiv_id', metadata.arxiv],
    ['citation_pmid', metadata.pmid],
    ['citation_pmcid', metadata.pmcid],
    ['citation_language', language],
    ...(metadata.keywords ?? []).map((keyword): MetaEntry => ['citation_keywords', keyword]),
    ['citation_abstract', article.plainAbstract],
    ['citation_fulltext_html_url', addresses.page],
    ['citation_pdf_url', addresses.pdf],
    ...bibliography.map((entry): MetaEntry => ['citation_reference', referenceText(entry)]),
  ])
}

/**
 * The entries that say where the article is published. A manuscript is not published, and a preprint server
 * is not a journal.
 */
function placeEntries({ manifest }: Journal): readonly MetaEntry[] {
  const { title, abbreviation, publisher, issn } = manifest
  switch (manifest.kind) {
    case 'journal':
      return [
        ['citation_journal_title', title],
        ['citation_journal_abbrev', abbreviation],
        ['citation_publisher', publisher],
        ['citation_issn', issn],
      ]
    case 'preprint-server':
      return [['citation_publisher', publisher ?? title]]
    case 'manuscript':
      return []
  }
}

function authorEntries({ name, affiliations, orcid, email }: Contributor): MetaEntry[] {
  return [
    ['citation_author', invertedName(name)],
    ...affiliations.map(({ text }): MetaEntry => ['citation_author_institution', text]),
    ['citation_author_orcid', orcid && `https://orcid.org/${orcid}`],
    ['citation_author_email', email],
  ]
}

/** Volume, issue, pages and DOI of the article or of a cited work. */
function workEntries(work: CslItem, { first, last }: Pages): MetaEntry[] {
  return [
    ['citation_volume', asText(work.volume)],
    ['citation_issue', asText(work.issue)],
    ['citation_firstpage', first],
    ['citation_lastpage', last],
    ['citation_doi', work.DOI],
  ]
}

/** The value of `citation_reference` for a work: `citation_title=…; citation_author=…; …` */
function referenceText({ work }: BibliographyEntry): string {
  const entries: MetaEntry[] = [
    ['citation_title', work.title],
    ...namedPeople(work.author).map((name): MetaEntry => ['citation_author', invertedName(name)]),
    ...namedPeople(work.editor).map((name): MetaEntry => ['citation_editor', invertedName(name)]),
    ...containerEntries(work),
    ...makerEntries(work),
    ['citation_issn', work.ISSN],
    ['citation_isbn', work.ISBN],
    ...workEntries(work, pagesOf(work)),
    ['citation_pmid', work.PMID],
    ['citation_publication_date', slashed(isoDateOf(work))],
    ['citation_public_url', linkedAddress(work.URL)],
  ]
  return entries
    .flatMap(([name, value]) => (value ? [`${name}=${referenceValue(name, value)}`] : []))
    .join('; ')
}

function containerEntries({ type, ...work }: CslItem): readonly MetaEntry[] {
  const title = work['container-title']
  if (type === 'paper-conference') return [['citation_conference_title', title]]
  if (/^(?:chapter|entry.*)$/.test(type)) return [['citation_inbook_title', title]]
  return /^(?:article-.*|review.*)$/.test(type) ? [['citation_journal_title', title]] : []
}

/** The publisher, in the tag for the type of work. */
function makerEntries({ type, publisher, number, ...work }: CslItem): readonly MetaEntry[] {
  // CSL data have the preprint server as publisher or as container.
  if (type === 'article') return [['citation_publisher', publisher ?? work['container-title']]]
  if (type === 'thesis') return [['citation_dissertation_institution', publisher]]
  if (type !== 'report') return [['citation_publisher', publisher]]
  return [
    ['citation_technical_report_institution', publisher],
    ['citation_technical_report_number', asText(number)],
  ]
}

/**
 * A value in `citation_reference`. A semicolon would end it. In text a semicolon becomes a comma; in an
 * address or DOI it is percent-encoded (RFC 3986).
 */
function referenceValue(name: string, value: string): string {
  if (/_(?:doi|url)$/.test(name)) return value.replaceAll(';', '%3B')
  return withoutCslMarkup(value).replaceAll(';', ',')
}

function slashed(date: string | undefined): string | undefined {
  return date?.replaceAll('-', '/')
}

function asText(value: string | number | undefined): string | undefined {
  return value === undefined ? undefined : String(value)
}
