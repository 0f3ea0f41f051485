/**
 * Highwire Press tags, which Google Scholar, Zotero and other reference managers read
 * (https://scholar.google.com/intl/en/scholar/inclusion.html, "Indexing"). What is said of an author follows the
 * author; each work of the reference list is one `citation_reference`.
 */
import type { Element } from 'hast'
import type { BibliographyEntry, Contributor } from '../../article.ts'
import type { CslItem } from '../../tools/citation-js.ts'
import { invertedName, isoDateOf, pagesOf, withoutMarkup } from './csl-values.ts'
import type { HeadInput } from './head-input.ts'
import { type MetaEntry, metaTags } from './meta-tags.ts'

export function highwireTags({ article, journal, addresses }: HeadInput): Element[] {
  const { metadata, work, contributors, language, bibliography } = article
  const { manifest } = journal
  return metaTags([
    ['citation_title', article.plainTitle],
    ...contributors.flatMap(authorEntries),
    ['citation_publication_date', slashed(isoDateOf(work))],
    ['citation_journal_title', manifest.title],
    ['citation_journal_abbrev', manifest.abbreviation],
    ['citation_publisher', manifest.publisher],
    ['citation_issn', manifest.issn],
    ...workEntries(work),
    ['citation_arxiv_id', metadata.arxiv],
    ['citation_pmid', metadata.pmid],
    ['citation_language', language],
    ...(metadata.keywords ?? []).map((keyword): MetaEntry => ['citation_keywords', keyword]),
    ['citation_abstract', article.plainAbstract],
    ['citation_fulltext_html_url', addresses.page],
    ['citation_pdf_url', addresses.pdf],
    ...bibliography.map((entry): MetaEntry => ['citation_reference', referenceText(entry)]),
  ])
}

function authorEntries({ name, affiliations, orcid, email }: Contributor): MetaEntry[] {
  return [
    ['citation_author', invertedName(name)],
    ...affiliations.map(({ text }): MetaEntry => ['citation_author_institution', text]),
    ['citation_author_orcid', orcid && `https://orcid.org/${orcid}`],
    ['citation_author_email', email],
  ]
}

/** Volume, issue, pages and DOI: of the article itself and of a work that it cites. */
function workEntries(work: CslItem): MetaEntry[] {
  const { first, last } = pagesOf(work)
  return [
    ['citation_volume', textOf(work.volume)],
    ['citation_issue', textOf(work.issue)],
    ['citation_firstpage', first],
    ['citation_lastpage', last],
    ['citation_doi', work.DOI],
  ]
}

/** `citation_title=…; citation_author=…; …`; within a value a semicolon would end it. */
function referenceText({ work }: BibliographyEntry): string {
  const entries: MetaEntry[] = [
    ['citation_title', work.title],
    ...(work.author ?? []).map((name): MetaEntry => ['citation_author', invertedName(name)]),
    ['citation_journal_title', work.type.startsWith('article') ? work['container-title'] : undefined],
    ['citation_inbook_title', work.type === 'chapter' ? work['container-title'] : undefined],
    ['citation_conference_title', work.type === 'paper-conference' ? work['container-title'] : undefined],
    ['citation_publisher', work.publisher],
    ...workEntries(work),
    ['citation_publication_date', slashed(isoDateOf(work))],
  ]
  return entries
    .flatMap(([name, value]) => (value ? [`${name}=${withoutMarkup(value).replaceAll(';', ',')}`] : []))
    .join('; ')
}

function slashed(date: string | undefined): string | undefined {
  return date?.replaceAll('-', '/')
}

function textOf(value: string | number | undefined): string | undefined {
  return value === undefined ? undefined : String(value)
}
