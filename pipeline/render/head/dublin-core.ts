/** Dublin Core in HTML, for repositories and library catalogues (DCMI Metadata Element Set 1.1). */
import type { Element } from 'hast'
import { h } from 'hastscript'
import { invertedName, isoDateOf } from './csl-values.ts'
import type { HeadInput } from './head-input.ts'
import { type MetaEntry, metaTags } from './meta-tags.ts'

/** Properties bear the names of the elements: `creator` → `DC.creator`. */
interface DublinCore {
  readonly title: string | undefined
  readonly creator?: readonly string[]
  readonly date: string | undefined
  readonly description?: string
  readonly subject?: readonly string[]
  readonly identifier: string | undefined
  readonly publisher: string | undefined
  readonly source: string | undefined
  readonly language: string
  readonly rights?: string | undefined
  /** A term of the DCMI Type Vocabulary. */
  readonly type: 'Collection' | 'Text'
}

/** The Dublin Core tags of a page. Elements without a value are left out. */
export function dublinCoreTags(record: DublinCore): Element[] {
  return [
    h('link', { rel: 'schema.DC', href: 'http://purl.org/dc/elements/1.1/' }),
    ...metaTags([
      ['DC.title', record.title],
      ...(record.creator ?? []).map((creator): MetaEntry => ['DC.creator', creator]),
      ['DC.date', record.date],
      ['DC.description', record.description],
      ...(record.subject ?? []).map((subject): MetaEntry => ['DC.subject', subject]),
      ['DC.identifier', record.identifier],
      ['DC.publisher', record.publisher],
      ['DC.source', record.source],
      ['DC.language', record.language],
      ['DC.rights', record.rights],
      ['DC.type', record.type],
      ['DC.format', 'text/html'],
    ]),
  ]
}

export function articleDublinCore({ article, addresses }: HeadInput): DublinCore {
  const { metadata, contributors, work } = article
  const { license } = metadata
  return {
    title: work.title,
    creator: contributors.map(({ name }) => invertedName(name)),
    date: isoDateOf(work),
    description: article.plainAbstract,
    subject: metadata.keywords ?? [],
    identifier: metadata.doi === undefined ? addresses.page : `doi:${metadata.doi}`,
    publisher: work.publisher,
    source: work['container-title'],
    language: article.language,
    rights: license?.url ?? license?.text ?? license?.id,
    type: 'Text',
  }
}
