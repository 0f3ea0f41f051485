/** The article as schema.org's `ScholarlyArticle`, in JSON-LD, as search engines read it. */
import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Affiliation, Article, Contributor } from '../../article.ts'
import { doiUrl } from '../../doi.ts'
import type { Journal } from '../../journal/index.ts'
import type { CslItem } from '../../tools/citation-js.ts'
import { creditedImages } from './credited-images.ts'
import { directName, isoDateOf, pagesOf, withoutMarkup } from './csl-values.ts'
import type { HeadInput } from './head-input.ts'

/** A data block: nothing in it is run. `<` is written so that no text can end it. */
export function schemaOrgScript(input: HeadInput): Element {
  const json = JSON.stringify({ '@context': 'https://schema.org', ...scholarlyArticle(input) })
  return h('script', { type: 'application/ld+json' }, json.replaceAll('<', '\\u003c'))
}

// JSON leaves out what is undefined.
function scholarlyArticle({ article, journal, addresses }: HeadInput) {
  const { metadata, contributors, work, bibliography } = article
  const { first, last } = pagesOf(work)
  const doi = metadata.doi && doiUrl(metadata.doi)
  return {
    '@type': 'ScholarlyArticle',
    '@id': doi ?? addresses.page,
    url: addresses.page ?? doi,
    identifier: doi && { '@type': 'PropertyValue', propertyID: 'DOI', value: metadata.doi },
    headline: article.plainTitle,
    name: article.plainTitle,
    alternativeHeadline: metadata.subtitle,
    abstract: article.plainAbstract || undefined,
    inLanguage: article.language,
    datePublished: isoDateOf(work),
    keywords: metadata.keywords,
    license: metadata.license?.url ?? metadata.license?.text ?? metadata.license?.id,
    copyrightHolder: metadata.copyright?.holder && {
      '@type': 'Organization',
      name: metadata.copyright.holder,
    },
    copyrightYear: metadata.copyright?.year,
    pageStart: first,
    pageEnd: last,
    author: contributors.map(person),
    publisher: journal.manifest.publisher && { '@type': 'Organization', name: journal.manifest.publisher },
    isPartOf: issueOf(article, journal),
    funding: metadata.funding?.map(({ id, source, name, url }) => ({
      '@type': 'Grant',
      identifier: id,
      name,
      url,
      funder: source && { '@type': 'Organization', name: source },
    })),
    image: creditedImages(article, addresses.page),
    citation: bibliography.length > 0 ? bibliography.map(entry => citedWork(entry.work)) : undefined,
    associatedMedia: addresses.pdf && {
      '@type': 'MediaObject',
      encodingFormat: 'application/pdf',
      contentUrl: addresses.pdf,
    },
  }
}

function person({ name, displayName, orcid, email, affiliations, isGroup }: Contributor) {
  return {
    '@type': isGroup ? 'Organization' : 'Person',
    '@id': orcid && `https://orcid.org/${orcid}`,
    name: displayName,
    givenName: name.given,
    familyName: name.family && [name.particle, name.family].filter(Boolean).join(' '),
    honorificSuffix: name.suffix,
    email,
    affiliation: affiliations.length > 0 ? affiliations.map(organization) : undefined,
  }
}

function organization({ text, data }: Affiliation) {
  return {
    '@type': 'Organization',
    '@id': data?.ror && `https://ror.org/${data.ror}`,
    name: text,
    url: data?.url,
  }
}

/** The journal, in its volume, in its issue, as far as they are known. */
function issueOf({ metadata }: Article, { manifest }: Journal) {
  const { volume, issue } = metadata
  const periodical = {
    '@type': 'Periodical',
    name: manifest.title,
    alternateName: manifest.abbreviation,
    issn: manifest.issn,
    url: manifest.url,
  }
  const inVolume =
    volume === undefined
      ? periodical
      : { '@type': 'PublicationVolume', volumeNumber: volume, isPartOf: periodical }
  return issue === undefined
    ? inVolume
    : { '@type': 'PublicationIssue', issueNumber: issue, isPartOf: inVolume }
}

function citedWork(work: CslItem) {
  const container = work['container-title']
  return {
    '@type': schemaTypes[work.type] ?? 'CreativeWork',
    '@id': work.DOI && doiUrl(work.DOI),
    name: work.title && withoutMarkup(work.title),
    author: work.author?.map(name => ({
      '@type': name.literal === undefined ? 'Person' : 'Organization',
      name: directName(name),
    })),
    datePublished: isoDateOf(work),
    isPartOf: container && { '@type': 'CreativeWork', name: withoutMarkup(container) },
    url: work.URL,
  }
}

/** By the types of CSL 1.0.2. */
const schemaTypes: Readonly<Partial<Record<string, string>>> = {
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
