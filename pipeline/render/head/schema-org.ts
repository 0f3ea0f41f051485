/** The article as schema.org's `ScholarlyArticle`, in JSON-LD, as search engines read it. */
import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Affiliation, Article, Contributor } from '../../article.ts'
import { doiUrl } from '../../doi.ts'
import type { Journal } from '../../journal/index.ts'
import { citedWork, inPeriodical } from './cited-work.ts'
import { creditedImages } from './credited-images.ts'
import { isoDateOf, pagesOfArticle } from './csl-values.ts'
import type { HeadInput } from './head-input.ts'
import { licenseOf } from './license-of.ts'

/** A data block: nothing in it is run. `<` is written so that no text can end it. */
export function schemaOrgScript(input: HeadInput): Element {
  const json = JSON.stringify({ '@context': 'https://schema.org', ...scholarlyArticle(input) })
  return h('script', { type: 'application/ld+json' }, json.replaceAll('<', '\\u003c'))
}

// JSON leaves out what is undefined.
function scholarlyArticle({ article, journal, addresses }: HeadInput) {
  const { metadata, contributors, work, bibliography, identifiers } = article
  const doi = metadata.doi && doiUrl(metadata.doi)
  const title = article.plainTitle || undefined
  return {
    '@type': 'ScholarlyArticle',
    '@id': doi ?? addresses.page,
    url: addresses.page ?? doi,
    identifier: nonEmpty(
      identifiers.map(({ type, value }) => ({
        '@type': 'PropertyValue',
        propertyID: type === 'arxiv' ? 'arXiv' : type.toUpperCase(),
        value,
      })),
    ),
    sameAs: nonEmpty(identifiers.map(({ url }) => url)),
    headline: title,
    name: title,
    alternativeHeadline: metadata.subtitle || undefined,
    abstract: article.plainAbstract || undefined,
    inLanguage: article.language,
    datePublished: isoDateOf(work),
    keywords: metadata.keywords,
    license: licenseOf(metadata.license),
    copyrightHolder: metadata.copyright?.holder && {
      '@type': 'Organization',
      name: metadata.copyright.holder,
    },
    copyrightYear: metadata.copyright?.year,
    ...pageData(article),
    author: nonEmpty(contributors.map(person)),
    publisher: work.publisher && { '@type': 'Organization', name: work.publisher },
    isPartOf: containerOf(article, journal),
    funding: metadata.funding?.map(({ id, source, name, url }) => ({
      '@type': 'Grant',
      identifier: id,
      name,
      url,
      funder: source && { '@type': 'Organization', name: source },
    })),
    image: creditedImages(article, addresses.page),
    citation: nonEmpty(bibliography.map(entry => citedWork(entry.work))),
    associatedMedia: addresses.pdf && {
      '@type': 'MediaObject',
      encodingFormat: 'application/pdf',
      contentUrl: addresses.pdf,
    },
  }
}

/** The number of an article is no page. */
function pageData(article: Article): object {
  const { first, last } = pagesOfArticle(article)
  return article.metadata.pages ? { pageStart: first, pageEnd: last } : { pagination: first }
}

function nonEmpty<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length > 0 ? list : undefined
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
    affiliation: nonEmpty(affiliations.map(organization)),
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

/** The journal, in its volume, in its issue; the site of a server of preprints; nothing for a manuscript. */
function containerOf({ metadata }: Article, { manifest }: Journal): object | undefined {
  const { title: name, abbreviation: alternateName, issn, url } = manifest
  switch (manifest.kind) {
    case 'journal':
      return inPeriodical({ '@type': 'Periodical', name, alternateName, issn, url }, metadata)
    case 'preprint-server':
      return { '@type': 'WebSite', name, alternateName, url }
    case 'manuscript':
      return undefined
  }
}
