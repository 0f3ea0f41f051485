/** The metadata of the article and of its journal (`front`), in the order of the DTD. */
import type { Element } from 'xast'
import { x } from 'xastscript'
import type { Writer } from '../writer.ts'
import { abstracts, keywords, translatedAbstracts } from './abstracts.ts'
import { authorNotes } from './author-notes.ts'
import { type AuthorIds, contributorGroup } from './contributors.ts'
import { history, publicationDate } from './dates.ts'
import { funding } from './funding.ts'
import { journalMeta } from './journal-meta.ts'
import { permissions } from './permissions.ts'

export function frontMatter(writer: Writer): Element {
  const { article, journal } = writer
  const { metadata } = article
  const ids = authorIds(writer)
  return x('front', [
    journalMeta(journal),
    x('article-meta', [
      ...identifiers(writer),
      ...categories(writer),
      titleGroup(writer),
      ...contributorGroup(writer, ids),
      ...authorNotes(writer, ids),
      ...publicationDate(article),
      ...(metadata.volume === undefined ? [] : [x('volume', metadata.volume)]),
      ...(metadata.issue === undefined ? [] : [x('issue', metadata.issue)]),
      ...pages(writer),
      ...history(article),
      ...permissions(writer),
      ...abstracts(writer),
      ...translatedAbstracts(writer),
      ...keywords(writer),
      ...funding(writer),
    ]),
  ])
}

/** The section of the journal. PMC wants one of every article. */
function categories({ article, isPlain }: Writer): Element[] {
  const subject = article.metadata.section ?? (isPlain ? undefined : 'Article')
  if (subject === undefined) return []
  return [
    x('article-categories', [x('subj-group', { 'subj-group-type': 'heading' }, [x('subject', subject)])]),
  ]
}

function authorIds({ article, ids }: Writer): AuthorIds {
  const marks = new Set(article.contributors.flatMap(contributor => contributor.marks))
  return {
    affiliations: article.affiliations.map(() => ids.next('affiliation')),
    correspondence: article.contributors.map(({ isCorresponding }) =>
      isCorresponding ? ids.next('correspondence') : undefined,
    ),
    notes: new Map(
      article.authorNotes
        .filter(({ mark }) => marks.has(mark))
        .map(({ mark }) => [mark, ids.next('authorNote')]),
    ),
  }
}

function identifiers({ article }: Writer): Element[] {
  const { doi, pmid, pmcid } = article.metadata
  return [
    ['publisher-id', article.slug],
    ['doi', doi],
    ['pmid', pmid],
    ['pmc', pmcid],
  ].flatMap(([type, value]) => (value === undefined ? [] : [x('article-id', { 'pub-id-type': type }, value)]))
}

function titleGroup(writer: Writer): Element {
  const { article } = writer
  return x('title-group', [
    x('article-title', article.title.length > 0 ? writer.title(article.title) : article.name),
    ...(article.subtitle.length > 0 ? [x('subtitle', writer.title(article.subtitle))] : []),
    ...(article.metadata['short-title'] === undefined
      ? []
      : [x('alt-title', { 'alt-title-type': 'running-head' }, article.metadata['short-title'])]),
  ])
}

/** Pages, or else the number that stands for them. A single page is first and last (NLM). */
function pages({ article }: Writer): Element[] {
  const { pages: range, elocation } = article.metadata
  if (range) return [x('fpage', range.first), x('lpage', range.last ?? range.first)]
  return elocation === undefined ? [] : [x('elocation-id', elocation)]
}
