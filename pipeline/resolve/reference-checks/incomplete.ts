/**
 * Data that an entry lacks, by the type of the work (CSL 1.0.2, "Item types"). A build reports gaps that a
 * reader sees in the list. `offprint check` also reports what a copy editor would ask for.
 */

import { ownValue } from '../../values/record.ts'
import { isPreprint } from './preprints.ts'
import type { Finding, ReferenceCheck } from './reference-check.ts'
import { hasVariable } from './variable-text.ts'
import { writtenName } from './written-names.ts'

/** Variables of which a work needs one. The first is named in the message. */
type Need = readonly string[]

interface Needs {
  /** Fields without which the printed reference has a gap. */
  readonly always: readonly Need[]
  /** Fields whose absence a copy editor would ask about. */
  readonly closely: readonly Need[]
}

const title: Need = ['title']
const author: Need = ['author', 'editor', 'collection-editor', 'translator', 'director', 'compiler']
const maker: Need = [...author, 'publisher', 'container-title']
const year: Need = ['issued', 'status', 'original-date']
const container: Need = ['container-title', 'container-title-short', 'journalAbbreviation']
const publisher: Need = ['publisher', 'archive']
const addresses: Need = ['URL', 'DOI', 'PMID', 'PMCID', 'eprint', 'archive_location']
const location: Need = ['volume', 'page', 'DOI', 'issue', 'number', 'article-number', 'status', ...addresses]

/**
 * The variables that say where an article is published. Web pages are often entered as articles: for these
 * the address is enough.
 */
const articlePlace: Need = [...container, 'URL', 'publisher']

const text: Needs = { always: [title], closely: [author, year] }

const byType: Readonly<Record<string, Needs>> = {
  article: { always: [title, [...addresses, 'publisher', 'number', ...container]], closely: [author, year] },
  'article-journal': { always: [title, articlePlace], closely: [container, author, year, location] },
  'article-magazine': { always: [title, articlePlace], closely: [container, year] },
  'article-newspaper': { always: [title, articlePlace], closely: [container, year] },
  book: { always: [title], closely: [author, year, publisher] },
  chapter: { always: [title, container], closely: [author, year, publisher] },
  dataset: { always: [title], closely: [maker, year, [...addresses, ...publisher]] },
  document: { always: [title], closely: [[...year, ...addresses]] },
  'paper-conference': {
    always: [title, [...container, 'event-title', 'event', 'collection-title', 'publisher', ...addresses]],
    closely: [author, year],
  },
  patent: { always: [title, ['number', 'call-number']], closely: [author, year] },
  post: { always: [[...title, ...addresses]], closely: [['URL', ...addresses]] },
  'post-weblog': { always: [title], closely: [['URL', ...addresses]] },
  report: { always: [title], closely: [maker, year, [...publisher, 'number', ...addresses]] },
  software: { always: [title], closely: [maker, ['version', ...year], [...addresses, ...publisher]] },
  thesis: { always: [title], closely: [author, year, [...publisher, ...addresses]] },
  webpage: { always: [title, addresses], closely: [['accessed', 'issued']] },
  'entry-dictionary': text,
  'entry-encyclopedia': text,
  manuscript: text,
  'review-book': { always: [], closely: [author, year] },
  review: { always: [], closely: [author, year] },
}

export const findIncomplete: ReferenceCheck = ({ works, sources, depth }) =>
  works.flatMap((item): Finding[] => {
    // Preprints are often entered as articles of a journal called arXiv.
    const needs = ownValue(byType, isPreprint(item) ? 'article' : item.type)
    if (!needs) return []
    const asked = depth === 'build' ? needs.always : [...needs.always, ...needs.closely]
    const missing = asked.filter(need => !need.some(variable => hasVariable(item, variable)))
    const source = sources.get(item.id)
    const names = missing
      .filter(need => need !== articlePlace || !missing.includes(container))
      .map(need =>
        need
          .slice(0, need === location ? 3 : 1)
          .map(variable => `\`${writtenName(variable, item.type, source)}\``)
          .join(' or '),
      )
    if (names.length === 0) return []
    return [
      {
        rule: 'reference-incomplete',
        key: item.id,
        reason: `Missing ${listText(names)} in the entry \`${item.id}\``,
        note: `Readers expect it for ${typeWords(item.type)}. Add it, or correct the type of the entry.`,
      },
    ]
  })

/** The type of a work in words: `article-journal` → "a journal article". */
function typeWords(type: string): string {
  const words = type.split('-')
  const name = words.length > 1 && words[0] !== 'entry' ? words.toReversed().join(' ') : words.join(' ')
  return `${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name}`
}

function listText(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}
