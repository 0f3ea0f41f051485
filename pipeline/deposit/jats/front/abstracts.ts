/** Abstracts of every kind and language, and keywords. */
import type { Nodes } from 'mdast'
import type { Element } from 'xast'
import { x } from 'xastscript'
import type { FrontPart } from '../../../model/article.ts'
import { type SummaryKind, summaryKinds } from '../../../model/metadata.ts'
import { asParagraphs } from '../body/as-paragraphs.ts'
import { divide, type Section } from '../body/sections.ts'
import type { Writer } from '../writer.ts'

/** Kind of summary → `abstract-type` (JATS, suggested values). */
const types: Readonly<Record<SummaryKind, string>> = {
  'plain-language-summary': 'plain-language-summary',
  'author-summary': 'summary',
  significance: 'teaser',
  'key-points': 'key-points',
}

export function abstracts(writer: Writer): Element[] {
  const { article, journal } = writer
  const summaries = article.parts.filter(({ kind }) => summaryKinds.some(known => known === kind))
  return [
    ...(article.abstract.length === 0 ? [] : [x('abstract', contentOf(article.abstract, writer))]),
    ...summaries.map(part =>
      x('abstract', { 'abstract-type': types[part.kind as SummaryKind] }, [
        x('title', journal.manifest.labels.parts[part.kind as SummaryKind]),
        ...contentOf(part.children, writer),
      ]),
    ),
  ]
}

export function translatedAbstracts(writer: Writer): Element[] {
  const translated = writer.article.parts.filter(part => part.kind === 'abstract')
  return translated.map(({ language, children }: FrontPart) =>
    x('trans-abstract', { 'xml:lang': language ?? 'und' }, contentOf(children, writer)),
  )
}

/** Paragraphs, or sections if the abstract is divided by headings. */
function contentOf(children: readonly Nodes[], writer: Writer): Element[] {
  const { blocks, sections } = divide(children)
  const section = ({ heading, blocks, sections }: Section): Element =>
    x('sec', [
      x('title', writer.title(heading.children)),
      ...asParagraphs(writer.blocks(blocks)),
      ...sections.map(section),
    ])
  return [...asParagraphs(writer.blocks(blocks)), ...sections.map(section)]
}

export function keywords(writer: Writer): Element[] {
  const { article } = writer
  if (article.keywords.length === 0) return []
  return [
    x('kwd-group', { 'kwd-group-type': 'author' }, [
      ...article.keywords.map(keyword => x('kwd', writer.phrases(keyword))),
    ]),
  ]
}
