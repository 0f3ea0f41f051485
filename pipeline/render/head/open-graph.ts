/** Open Graph, for whoever shows a link to the article (https://ogp.me, type `article`). */
import type { Element } from 'hast'
import { isoDateOf } from './csl-values.ts'
import { descriptionOf } from './description.ts'
import type { HeadInput } from './head-input.ts'
import { type MetaEntry, metaTags } from './meta-tags.ts'

export function openGraphTags({ article, journal, addresses }: HeadInput): Element[] {
  const { metadata, contributors, work } = article
  return metaTags(
    [
      ['og:type', 'article'],
      ['og:title', article.plainTitle],
      ['og:description', descriptionOf(article)],
      ['og:site_name', journal.manifest.title],
      ['og:locale', article.language.replace('-', '_')],
      ['og:url', addresses.page],
      ['article:published_time', isoDateOf(work)],
      ['article:section', metadata.section],
      ...contributors.map(({ displayName }): MetaEntry => ['article:author', displayName]),
      ...(metadata.keywords ?? []).map((keyword): MetaEntry => ['article:tag', keyword]),
    ],
    'property',
  )
}
