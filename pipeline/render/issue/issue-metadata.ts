/**
 * Machine-readable metadata in the head of an issue's page: schema.org's `PublicationIssue` with its
 * articles, Dublin Core and Open Graph. All of it is looked up in the articles.
 */
import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import { doiUrl } from '../../values/doi.ts'
import { isoDateOf } from '../head/csl-values.ts'
import { dublinCoreTags } from '../head/dublin-core.ts'
import { jsonLd } from '../head/json-ld.ts'
import { openGraphTags } from '../head/open-graph.ts'
import { containerOf, nonEmpty, pageData, person } from '../head/schema-parts.ts'
import { entryName, hrefOf, type Issue, type IssueEntry, type IssueFile, issueFacts } from './issue.ts'
import { orderEntries } from './order-entries.ts'

/** The elements for the head of an issue's page. `title`: the title of the page. */
export function issueMetadata(issue: Issue, title: string): ElementContent[] {
  const { manifest } = issue.journal
  const page = folderOf(issue)
  const { year } = issueFacts(issue)
  const source = manifest.kind === 'manuscript' ? undefined : manifest.title
  return [
    ...(page === undefined ? [] : [h('link', { rel: 'canonical', href: page })]),
    ...dublinCoreTags({
      title,
      date: year,
      identifier: page,
      publisher: manifest.publisher,
      source,
      language: manifest.language,
      type: 'Collection',
    }),
    ...openGraphTags({
      type: 'website',
      title,
      siteName: source,
      language: manifest.language,
      page,
    }),
    jsonLd(publication(issue, title)),
  ]
}

/**
 * The issue with its volume and journal, as far as they are known; without a number, a collection that is
 * part of the journal or server.
 */
function publication(issue: Issue, title: string) {
  const { manifest } = issue.journal
  const { volume, issue: number, year } = issueFacts(issue)
  const container = containerOf(manifest, { volume, issue: number })
  const isNumbered = manifest.kind === 'journal' && (volume ?? number) !== undefined
  return {
    ...(isNumbered ? container : { '@type': 'Collection', isPartOf: container }),
    '@id': folderOf(issue),
    url: folderOf(issue),
    name: title,
    inLanguage: manifest.language,
    datePublished: year,
    publisher: manifest.publisher && { '@type': 'Organization', name: manifest.publisher },
    hasPart: orderEntries(issue.entries).flatMap(({ entries }) => entries.map(entry => part(entry, issue))),
  }
}

function part(entry: IssueEntry, issue: Issue) {
  const { article } = entry
  const { metadata, work, contributors, language } = article
  const doi = metadata.doi && doiUrl(metadata.doi)
  const address = addressOf(entry.html, issue)
  return {
    '@type': 'ScholarlyArticle',
    '@id': doi ?? address,
    url: address ?? doi,
    name: entryName(entry),
    inLanguage: language,
    datePublished: isoDateOf(work),
    articleSection: metadata.section,
    ...pageData(article),
    author: nonEmpty(contributors.map(person)),
  }
}

/** The address of the issue's folder, whose index is the page. */
function folderOf({ site }: Issue): string | undefined {
  return site?.replace(/\/*$/, '/')
}

function addressOf(file: IssueFile | undefined, issue: Issue): string | undefined {
  const folder = folderOf(issue)
  return file && folder && `${folder}${hrefOf(file)}`
}
