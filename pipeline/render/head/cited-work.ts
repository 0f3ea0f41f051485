/** A work of the reference list as schema.org's `CreativeWork`, with the subtype that fits its CSL type. */
import { namedPeople } from '../../bibliography/write/named-people.ts'
import { type CslItem, withoutCslMarkup } from '../../model/csl.ts'
import { doiUrl } from '../../values/doi.ts'
import { ownValue } from '../../values/record.ts'
import { directName, isoDateOf, linkedAddress, pagesOf } from './csl-values.ts'

// The work as schema.org describes it. Undefined values are left out by JSON.
export function citedWork(work: CslItem): object {
  const isReport = work.type === 'report'
  const isBook = work.type === 'book'
  return {
    '@type': ownValue(workTypes, work.type) ?? 'CreativeWork',
    '@id': work.DOI && doiUrl(work.DOI),
    name: work.title && withoutCslMarkup(work.title),
    author: schemaPeople(work.author),
    editor: schemaPeople(work.editor),
    datePublished: isoDateOf(work),
    ...pageData(work),
    isPartOf: workContainer(work),
    isbn: isBook ? work.ISBN : undefined,
    bookEdition: isBook ? work.edition : undefined,
    reportNumber: isReport ? work.number : undefined,
    publisher: work.publisher && { '@type': 'Organization', name: withoutCslMarkup(work.publisher) },
    url: linkedAddress(work.URL),
  }
}

function schemaPeople(names: CslItem['author']): readonly object[] | undefined {
  const people = namedPeople(names).map(name => ({
    '@type': name.literal === undefined ? 'Person' : 'Organization',
    name: directName(name),
  }))
  return people.length > 0 ? people : undefined
}

/**
 * The pages of a work. schema.org has `pageStart` and `pageEnd` for a single range, `pagination` for anything
 * else.
 */
function pageData(work: CslItem): object {
  const { first, last } = pagesOf(work)
  const isRange = last !== undefined && !/[,;&]/.test(String(work.page))
  return isRange ? { pageStart: first, pageEnd: last } : { pagination: work.page }
}

/** What the work is part of: a journal with volume and issue, the book of a chapter, the site of a page. */
function workContainer(work: CslItem): object | undefined {
  const { ISSN: issn, ISBN: isbn, volume, issue } = work
  const title = work['container-title']
  const type = containerTypes.find(([types]) => types.test(work.type))?.[1] ?? 'CreativeWork'
  if (!title) return undefined
  const name = withoutCslMarkup(title)
  if (type === 'Book') return { '@type': type, name, isbn }
  return /^(?:Periodical|Newspaper)$/.test(type)
    ? inPeriodical({ '@type': type, name, issn }, { volume, issue })
    : { '@type': type, name }
}

const containerTypes: readonly (readonly [RegExp, string])[] = [
  [/^article-newspaper$/, 'Newspaper'],
  [/^(?:article-.*|review.*)$/, 'Periodical'],
  [/^(?:chapter|paper-conference|entry.*)$/, 'Book'],
  [/^(?:webpage|post)$/, 'WebSite'],
  [/^post-weblog$/, 'Blog'],
]

/** Nests `periodical` in its volume and the volume in its issue, as far as these are given. */
export function inPeriodical(
  periodical: object,
  {
    volume,
    issue,
  }: { readonly volume?: string | number | undefined; readonly issue?: string | number | undefined },
): object {
  const inVolume =
    volume === undefined
      ? periodical
      : { '@type': 'PublicationVolume', volumeNumber: volume, isPartOf: periodical }
  return issue === undefined
    ? inVolume
    : { '@type': 'PublicationIssue', issueNumber: issue, isPartOf: inVolume }
}

/** CSL 1.0.2 type → schema.org type. */
const workTypes: Readonly<Partial<Record<string, string>>> = {
  'article-journal': 'ScholarlyArticle',
  article: 'ScholarlyArticle',
  'paper-conference': 'ScholarlyArticle',
  'article-newspaper': 'NewsArticle',
  'article-magazine': 'Article',
  book: 'Book',
  chapter: 'Chapter',
  thesis: 'Thesis',
  report: 'Report',
  dataset: 'Dataset',
  software: 'SoftwareSourceCode',
  webpage: 'WebPage',
  'post-weblog': 'BlogPosting',
  legislation: 'Legislation',
  map: 'Map',
}
