/** The article as schema.org's `ScholarlyArticle` in JSON-LD, for search engines. */
import type { Element } from 'hast'
import { doiUrl } from '../../values/doi.ts'
import { citedWork } from './cited-work.ts'
import { creditedImages } from './credited-images.ts'
import { isoDateOf } from './csl-values.ts'
import type { HeadInput } from './head-input.ts'
import { jsonLd } from './json-ld.ts'
import { licenseOf } from './license-of.ts'
import { containerOf, nonEmpty, pageData, person } from './schema-parts.ts'

export function schemaOrgScript(input: HeadInput): Element {
  return jsonLd(scholarlyArticle(input))
}

// Describes the article. Values may be undefined: JSON leaves them out.
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
    isPartOf: containerOf(journal.manifest, metadata),
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
