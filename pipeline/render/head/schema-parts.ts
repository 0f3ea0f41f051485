/**
 * Parts of an article's schema.org description that its own page and the page of its issue share. JSON leaves
 * out undefined values.
 */
import type { Manifest } from '../../journal/index.ts'
import type { Affiliation, Article, Contributor } from '../../model/article.ts'
import type { Metadata } from '../../model/metadata.ts'
import { inPeriodical } from './cited-work.ts'
import { pagesOfArticle } from './csl-values.ts'

/**
 * The first and the last page of the article, as properties of schema.org. An article number is not a page,
 * so it becomes `pagination`.
 */
export function pageData(article: Pick<Article, 'metadata' | 'work'>): object {
  const { first, last } = pagesOfArticle(article)
  return article.metadata.pages ? { pageStart: first, pageEnd: last } : { pagination: first }
}

export function nonEmpty<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length > 0 ? list : undefined
}

export function person({ name, displayName, orcid, email, affiliations, isGroup }: Contributor) {
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

/**
 * What an article is part of: the journal with volume and issue, or the site of a preprint server. A
 * manuscript is part of nothing.
 */
export function containerOf(
  { kind, title: name, abbreviation: alternateName, issn, url }: Manifest,
  place: Pick<Metadata, 'volume' | 'issue'>,
): object | undefined {
  switch (kind) {
    case 'journal':
      return inPeriodical({ '@type': 'Periodical', name, alternateName, issn, url }, place)
    case 'preprint-server':
      return { '@type': 'WebSite', name, alternateName, url }
    case 'manuscript':
      return undefined
  }
}
