/** Open Graph, for whoever shows a link to the article (https://ogp.me, type `article`). */
import type { Element } from 'hast'
import { isoDateOf } from './csl-values.ts'
import { descriptionOf } from './description.ts'
import type { HeadInput } from './head-input.ts'
import { type MetaEntry, metaTags } from './meta-tags.ts'

export function openGraphTags({ article, addresses }: HeadInput): Element[] {
  const { metadata, contributors, work } = article
  return metaTags(
    [
      ['og:type', 'article'],
      ['og:title', work.title],
      ['og:description', descriptionOf(article)],
      ['og:site_name', work['container-title']],
      ['og:locale', localeOf(article.language)],
      ['og:url', addresses.page],
      ['article:published_time', isoDateOf(work)],
      ['article:section', metadata.section],
      ...contributors.map(({ displayName }): MetaEntry => ['article:author', displayName]),
      ...(metadata.keywords ?? []).map((keyword): MetaEntry => ['article:tag', keyword]),
    ],
    'property',
  )
}

/** `language_TERRITORY`: a language without a territory is none. */
export function localeOf(tag: string): string | undefined {
  const { language, region } = new Intl.Locale(tag)
  return region && `${language}_${region}`
}
