/**
 * The head of the article: section label, title, authors with their marks, affiliations, abstract and
 * keywords.
 */
import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Journal } from '../journal/index.ts'
import type { Affiliation, Article, AuthorNote, Contributor } from '../model/article.ts'
import { textNode } from '../model/hast.ts'
import { blocks, phrases } from './body.ts'
import { isInTitleBlock } from './imprint.ts'
import type { Lookup } from './lookup.ts'
import { orcidSign } from './orcid-sign.ts'
import type { Slots } from './template.ts'

export function titleParts(article: Article, journal: Journal): Slots {
  const { metadata, contributors, affiliations } = article
  const { labels, headings } = journal.manifest
  const abstractHeading = headings['run-in'].includes('abstract') ? { className: ['run-in'] } : {}
  const abstract = blocks(article.abstract, { article, journal })
  // The address of the corresponding author in the title block has the mark. An author's own words stay.
  const isExplained = isInTitleBlock(journal) && metadata['author-notes']?.corresponding === undefined
  const corresponding = journal.manifest.affiliations['corresponding-mark']
  const authorNotes = article.authorNotes.filter(({ mark }) => !isExplained || mark !== corresponding)
  return {
    'section-label':
      metadata.section === undefined ? [] : [h('p', { className: ['section-label'] }, metadata.section)],
    title:
      article.title.length === 0
        ? []
        : [h('h1', { className: ['title'] }, phrases(article.title, { article, journal }))],
    subtitle:
      article.subtitle.length === 0
        ? []
        : [h('p', { className: ['subtitle'] }, phrases(article.subtitle, { article, journal }))],
    authors:
      contributors.length === 0
        ? []
        : [
            h('p', { className: ['authors'] }, [
              ...contributors.flatMap((contributor, index) => [
                ...(index === 0 ? [] : [textNode(' ')]),
                authorLine(contributor, index === contributors.length - 1, journal),
              ]),
            ]),
          ],
    affiliations:
      affiliations.length === 0
        ? []
        : [h('p', { className: ['affiliations'] }, affiliations.flatMap(affiliationLine))],
    'author-notes':
      authorNotes.length === 0
        ? []
        : [
            h('p', { className: ['author-notes'] }, [
              ...authorNotes.flatMap((note, index) => noteLine(note, index, { article, journal })),
            ]),
          ],
    abstract:
      abstract.length === 0
        ? []
        : [
            h('section', { className: ['abstract'] }, [
              h('h2', abstractHeading, labels.abstract),
              ...abstract,
            ]),
          ],
    keywords:
      article.keywords.length === 0
        ? []
        : [
            h('p', { className: ['keywords'] }, [
              h('span', { className: ['label'] }, labels.keywords),
              ' ',
              ...article.keywords.flatMap((keyword, index): ElementContent[] => [
                ...(index === 0 ? [] : [textNode(', ')]),
                h('span', { className: ['keyword'] }, phrases(keyword, { article, journal })),
              ]),
            ]),
          ],
  }
}

/**
 * An author with the marks after the name, `Rakesh Jain<a class="orcid">…</a><sup>1</sup>,`. On paper all of
 * it stays on one line, except for the first words of a long name.
 */
function authorLine(contributor: Contributor, isLast: boolean, journal: Journal): ElementContent {
  return h('span', { className: ['author'] }, [
    ...authorName(contributor, journal),
    ...(isLast ? [] : [textNode(',')]),
  ])
}

/** The name of an author with degrees, ORCID sign and marks. */
export function authorName(contributor: Contributor, journal: Journal): ElementContent[] {
  const marks: ElementContent[] =
    contributor.marks.length === 0
      ? []
      : [h('sup', { className: ['affiliation-marks'] }, contributor.marks.join(','))]
  const degrees = journal.manifest.affiliations.degrees ? contributor.degrees : []
  return [
    h('span', { className: ['author-name'] }, nameWords(contributor.displayName)),
    ...(degrees.length > 0 ? [h('span', { className: ['degrees'] }, `, ${degrees.join(', ')}`)] : []),
    ...(journal.manifest.affiliations.orcid && contributor.orcid !== undefined
      ? [orcidSign(contributor.orcid)]
      : []),
    ...marks,
  ]
}

/** The longest name, in characters, that stays on one line. */
const longestWhole = 28

/**
 * The words of a name. In a long name, a line may end after a word with a capital, but not before the last
 * word.
 */
function nameWords(name: string): ElementContent[] {
  if (name.length <= longestWhole) return [textNode(name)]
  return name.split(/(?<=\p{Lu}\p{Ll}\S* )(?=.* )/u).flatMap((words, index, { length }): ElementContent[] => {
    if (index === length - 1) return [textNode(words)]
    return [textNode(words.trimEnd()), h('span', { className: ['author-space'] }, ' ')]
  })
}

/** The explanation of a mark after names: `<sup>†</sup>These authors contributed equally.` */
function noteLine({ mark, children }: AuthorNote, index: number, lookup: Lookup): ElementContent[] {
  const note = h('span', { className: ['author-note'] }, [
    h('sup', { className: ['author-note-mark'] }, mark),
    ...phrases(children, lookup),
  ])
  return index === 0 ? [note] : [textNode(' '), note]
}

function affiliationLine({ mark, text }: Affiliation, index: number): ElementContent[] {
  const label: ElementContent[] = mark === '' ? [] : [h('sup', { className: ['affiliation-mark'] }, mark)]
  const affiliation = h('span', { className: ['affiliation'] }, [...label, text])
  return index === 0 ? [affiliation] : [textNode(', '), affiliation]
}
