/**
 * Texts of the front matter other than the abstract: abstracts in other languages, summary boxes, and the
 * authors' declarations.
 */
import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import { type Journal, slotsOf } from '../journal/index.ts'
import type { Article, FrontPart } from '../model/article.ts'
import { summaryKinds } from '../model/metadata.ts'
import { languageFallbacks } from '../values/language.ts'
import { ownValue } from '../values/record.ts'
import { blocks } from './body.ts'
import { inLanguage } from './in-language.ts'
import { withHead } from './run-in-head.ts'
import type { Slots } from './template.ts'

export function frontParts(article: Article, journal: Journal): Slots {
  const isSummary = ({ kind }: FrontPart) => summaryKinds.some(summaryKind => summaryKind === kind)
  const { labels, headings } = journal.manifest
  const abstracts = article.parts.filter(part => part.kind === 'abstract')
  const summaries = article.parts.filter(isSummary)
  const declarations = article.parts.filter(part => part.kind !== 'abstract' && !isSummary(part))
  const slots = slotsOf(journal.template)
  const apart = declarations.filter(part => slots.includes(part.kind))
  const runIn = headings['run-in'].includes('abstract') ? { className: ['run-in'] } : {}
  const labelOf = (kind: FrontPart['kind']) => (kind === 'abstract' ? labels.abstract : labels.parts[kind])
  const content = (part: FrontPart) => blocks(part.children, { article, journal })
  const declaration = (part: FrontPart): ElementContent =>
    h('section', { className: ['declaration', part.kind] }, [h('h2', labelOf(part.kind)), ...content(part)])
  return {
    'translated-abstracts': abstracts.map(({ language = article.language, ...part }) => {
      const tag = languageFallbacks(language).find(
        fallback => ownValue(labels['translated-abstracts'], fallback) !== undefined,
      )
      const heading =
        tag === undefined
          ? h('h2', { ...runIn, ...inLanguage(journal.manifest.language) }, labels.abstract)
          : h('h2', runIn, ownValue(labels['translated-abstracts'], tag))
      const properties = { className: ['abstract', 'is-translated'], ...inLanguage(language) }
      return h('section', properties, [heading, ...content(part)])
    }),
    summaries: summaries.map(part =>
      h('section', { className: ['summary-box', part.kind] }, [
        h('h2', labelOf(part.kind)),
        ...content(part),
      ]),
    ),
    ...Object.fromEntries(
      apart.map(part => {
        const label = { className: 'label', pattern: labelOf(part.kind), title: [] }
        return [part.kind, [h('div', { className: ['fact', part.kind] }, withHead(content(part), label))]]
      }),
    ),
    declarations: declarations.filter(part => !apart.includes(part)).map(declaration),
  }
}
