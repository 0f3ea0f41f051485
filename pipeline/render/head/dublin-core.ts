/** Dublin Core in HTML, as repositories and library catalogues read it (DCMI Metadata Element Set 1.1). */
import type { Element } from 'hast'
import { h } from 'hastscript'
import { invertedName, isoDateOf } from './csl-values.ts'
import type { HeadInput } from './head-input.ts'
import { type MetaEntry, metaTags } from './meta-tags.ts'

export function dublinCoreTags({ article, addresses }: HeadInput): Element[] {
  const { metadata, contributors, work } = article
  return [
    h('link', { rel: 'schema.DC', href: 'http://purl.org/dc/elements/1.1/' }),
    ...metaTags([
      ['DC.title', work.title],
      ...contributors.map(({ name }): MetaEntry => ['DC.creator', invertedName(name)]),
      ['DC.date', isoDateOf(work)],
      ['DC.description', article.plainAbstract],
      ...(metadata.keywords ?? []).map((keyword): MetaEntry => ['DC.subject', keyword]),
      ['DC.identifier', metadata.doi === undefined ? addresses.page : `doi:${metadata.doi}`],
      ['DC.publisher', work.publisher],
      ['DC.source', work['container-title']],
      ['DC.language', article.language],
      ['DC.rights', metadata.license?.url ?? metadata.license?.text ?? metadata.license?.id],
      ['DC.type', 'Text'],
      ['DC.format', 'text/html'],
    ]),
  ]
}
