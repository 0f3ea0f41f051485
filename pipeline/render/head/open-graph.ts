/** Open Graph, for link previews (https://ogp.me). */
import type { Element } from 'hast'
import { isoDateOf } from './csl-values.ts'
import { descriptionOf } from './description.ts'
import type { HeadInput } from './head-input.ts'
import { type MetaEntry, metaTags } from './meta-tags.ts'

interface OpenGraph {
  readonly type: 'article' | 'website'
  readonly title: string | undefined
  readonly description?: string | undefined
  readonly siteName: string | undefined
  /** Language tag (BCP 47). */
  readonly language: string
  /** Address of the page, if known. */
  readonly page: string | undefined
  /** Further properties for the type of the object: `article:section`. */
  readonly others?: readonly MetaEntry[]
}

/** The Open Graph tags of a page. Properties without a value are left out. */
export function openGraphTags({ others = [], ...object }: OpenGraph): Element[] {
  const entries: readonly MetaEntry[] = [
    ['og:type', object.type],
    ['og:title', object.title],
    ['og:description', object.description],
    ['og:site_name', object.siteName],
    ['og:locale', localeOf(object.language)],
    ['og:url', object.page],
  ]
  return metaTags([...entries, ...others], 'property')
}

export function articleOpenGraph({ article, addresses }: HeadInput): OpenGraph {
  const { metadata, contributors, work } = article
  return {
    type: 'article',
    title: work.title,
    description: descriptionOf(article),
    siteName: work['container-title'],
    language: article.language,
    page: addresses.page,
    others: [
      ['article:published_time', isoDateOf(work)],
      ['article:section', metadata.section],
      ...contributors.map(({ displayName }): MetaEntry => ['article:author', displayName]),
      ...(metadata.keywords ?? []).map((keyword): MetaEntry => ['article:tag', keyword]),
    ],
  }
}

/** The language as `language_TERRITORY`. Undefined without a territory, which Open Graph requires. */
function localeOf(tag: string): string | undefined {
  const { language, region } = new Intl.Locale(tag)
  return region && `${language}_${region}`
}
