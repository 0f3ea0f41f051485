/** The reference list: one item for each entry, with the style's own label where it has one. */
import type { ElementContent } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { h } from 'hastscript'
import type { Article, BibliographyEntry } from '../article.ts'
import type { Journal } from '../journal/index.ts'

export function referencesSection(article: Article, journal: Journal): ElementContent[] {
  if (article.bibliography.length === 0) return []
  const isLabelled = article.bibliography.some(entry => entry.label.length > 0)
  // For the CSS: the column of the labels is as wide as the longest.
  const longest = Math.max(...article.bibliography.map(entry => textOf(h('span', [...entry.label])).length))
  return [
    h('section', { className: ['references'] }, [
      h('h2', journal.manifest.labels.references),
      h(
        'ol',
        {
          className: ['reference-list', isLabelled ? 'is-labelled' : 'is-hanging'],
          ...(isLabelled && { style: `--label-characters: ${longest}` }),
        },
        article.bibliography.map(entryItem),
      ),
    ]),
  ]
}

function entryItem({ id, label, content }: BibliographyEntry): ElementContent {
  const marked = label.length === 0 ? [] : [h('span', { className: ['reference-label'] }, [...label]), ' ']
  return h('li', { id }, [...marked, h('span', { className: ['reference'] }, [...content])])
}
