/**
 * What machines read in the head of the landing page: schema.org's `PublicationIssue` with its articles, Dublin Core
 * and Open Graph. All of it is looked up in the articles.
 */
import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import { doiUrl } from '../../doi.ts'
import { isoDateOf, pagesOf } from '../head/csl-values.ts'
import { metaTags } from '../head/meta-tags.ts'
import { entryName, hrefOf, type Issue, type IssueEntry, type IssueFile, issueFacts } from './issue.ts'
import { orderEntries } from './order-entries.ts'

/** `title`: of the page. */
export function issueMetadata(issue: Issue, title: string): ElementContent[] {
  const { manifest } = issue.journal
  const page = folderOf(issue)
  const { year } = issueFacts(issue)
  return [
    ...(page === undefined ? [] : [h('link', { rel: 'canonical', href: page })]),
    h('link', { rel: 'schema.DC', href: 'http://purl.org/dc/elements/1.1/' }),
    ...metaTags([
      ['DC.title', title],
      ['DC.date', year],
      ['DC.identifier', page],
      ['DC.publisher', manifest.publisher],
      ['DC.source', manifest.title],
      ['DC.language', manifest.language],
      ['DC.type', 'Collection'],
      ['DC.format', 'text/html'],
    ]),
    ...metaTags(
      [
        ['og:type', 'website'],
        ['og:title', title],
        ['og:site_name', manifest.title],
        ['og:locale', manifest.language.replace('-', '_')],
        ['og:url', page],
      ],
      'property',
    ),
    schemaOrgScript({ '@context': 'https://schema.org', ...publication(issue, title) }),
  ]
}

/** A data block: nothing in it is run. `<` is written so that no text can end it. */
function schemaOrgScript(data: object): ElementContent {
  const json = JSON.stringify(data).replaceAll('<', '\\u003c')
  return h('script', { type: 'application/ld+json' }, json)
}

/** The issue in its volume in its journal; where no issue is known, what is known. JSON leaves out what is undefined. */
function publication(issue: Issue, title: string) {
  const { manifest } = issue.journal
  const facts = issueFacts(issue)
  const periodical = {
    '@type': 'Periodical',
    name: manifest.title,
    alternateName: manifest.abbreviation,
    issn: manifest.issn,
    url: manifest.url,
    publisher: manifest.publisher && { '@type': 'Organization', name: manifest.publisher },
  }
  const volume = facts.volume && { '@type': 'PublicationVolume', volumeNumber: facts.volume }
  const number = facts.issue && { '@type': 'PublicationIssue', issueNumber: facts.issue }
  const isPartOf = number && volume ? { ...volume, isPartOf: periodical } : periodical
  return {
    ...(number || volume || { '@type': 'Collection' }),
    '@id': folderOf(issue),
    url: folderOf(issue),
    name: title,
    inLanguage: manifest.language,
    datePublished: facts.year,
    isPartOf,
    hasPart: orderEntries(issue.entries).flatMap(({ entries }) => entries.map(entry => part(entry, issue))),
  }
}

function part(entry: IssueEntry, issue: Issue) {
  const { metadata, work, contributors, language } = entry.article
  const { first, last } = pagesOf(work)
  const doi = metadata.doi && doiUrl(metadata.doi)
  return {
    '@type': 'ScholarlyArticle',
    '@id': doi || addressOf(entry.html, issue),
    url: addressOf(entry.html, issue) ?? doi,
    name: entryName(entry),
    inLanguage: language,
    datePublished: isoDateOf(work),
    articleSection: metadata.section,
    pageStart: first,
    pageEnd: last,
    author: contributors.map(({ displayName, isGroup, orcid }) => ({
      '@type': isGroup ? 'Organization' : 'Person',
      '@id': orcid && `https://orcid.org/${orcid}`,
      name: displayName,
    })),
  }
}

/** The page is the index of its folder. */
function folderOf({ site }: Issue): string | undefined {
  return site?.replace(/\/*$/, '/')
}

function addressOf(file: IssueFile | undefined, issue: Issue): string | undefined {
  const folder = folderOf(issue)
  return file && folder && `${folder}${hrefOf(file)}`
}
