/** The reference list: one item for each entry, with the style's own label where it has one. */
import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Article, BibliographyEntry } from '../article.ts'
import type { Journal } from '../journal/index.ts'

export function referencesSection(article: Article, journal: Journal): ElementContent[] {
  if (article.bibliography.length === 0) return []
  const isLabelled = article.bibliography.some(entry => entry.label.length > 0)
  return [
    h('section', { className: ['references'] }, [
      h('h2', journal.manifest.labels.references),
      h(
        'ol',
        { className: ['reference-list', isLabelled ? 'is-labelled' : 'is-hanging'] },
        article.bibliography.map(entryItem),
      ),
    ]),
  ]
}

function entryItem({ id, label, content }: BibliographyEntry): ElementContent {
  const marked = label.length === 0 ? [] : [h('span', { className: ['reference-label'] }, [...label]), ' ']
  return h('li', { id }, [...marked, h('span', { className: ['reference'] }, [...content])])
}
