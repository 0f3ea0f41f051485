/**
 * Words that the web edition shows and the tree of the article lacks: the names of its tools, the cards of
 * authors and abbreviations, and "How to cite", which some journals do not print. They are only used to
 * choose fonts, and are bold here if they are bold on the screen.
 */
import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Journal } from '../journal/index.ts'
import type { Article } from '../model/article.ts'

export function screenWords(article: Article, { manifest }: Journal): ElementContent[] {
  const { contributors, imprint, metadata } = article
  const { labels } = manifest
  return [
    h('p', [...Object.values(labels.web), labels.email].join(' ')),
    h('strong', [labels.web.contents, labels.web.download, labels['how-to-cite']].join(' ')),
    h('p', [...imprint.howToCite]),
    h('p', Object.values(metadata.abbreviations ?? {}).join(' ')),
    ...contributors.flatMap(({ displayName, affiliations, roles }) => [
      h('strong', displayName),
      h('p', [...affiliations.map(({ text }) => text), ...roles].join(' ')),
    ]),
  ]
}
