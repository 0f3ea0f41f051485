/**
 * Authors as blocks side by side, each with affiliation and address, for the slot `author-blocks`:
 *
 *     <div class="authors author-blocks">
 *       <div class="author-block"> <p class="author">Ada Byron…</p> <p>Department</p> <p>University</p> …
 *
 * The lines of a block are patterns of the manifest.
 */
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { blockValues } from '../journal/author-block.ts'
import type { Journal } from '../journal/index.ts'
import type { Affiliation, Article, Contributor } from '../model/article.ts'
import type { AffiliationData } from '../model/metadata.ts'
import { fillPattern, namesIn } from '../values/pattern.ts'
import { mailtoAddress } from '../values/web-address.ts'
import { authorName } from './title-block.ts'

export function authorBlocks({ contributors }: Article, journal: Journal): ElementContent[] {
  if (contributors.length === 0) return []
  const blocks = contributors.map(contributor => authorBlock(contributor, journal))
  return [h('div', { className: ['authors', 'author-blocks'] }, blocks)]
}

function authorBlock(contributor: Contributor, journal: Journal): Element {
  const { block } = journal.manifest.affiliations
  // Marks of affiliations have no meaning here.
  const ofAffiliations = contributor.affiliations.map(({ mark }) => mark)
  const marks = contributor.marks.filter(mark => !ofAffiliations.includes(mark))
  const own = block.filter(pattern => isAboutAuthor(pattern))
  const shared = block.filter(pattern => !isAboutAuthor(pattern))
  return h('div', { className: ['author-block'] }, [
    h('p', { className: ['author'] }, authorName({ ...contributor, marks }, journal)),
    ...contributor.affiliations.flatMap(affiliation => affiliationLines(affiliation, shared)),
    ...own.flatMap(pattern => authorLine(pattern, contributor)),
  ])
}

function isAboutAuthor(pattern: string): boolean {
  return namesIn(pattern).some(name => blockValues.author.some(known => known === name))
}

function affiliationLines({ data, text }: Affiliation, patterns: readonly string[]): ElementContent[] {
  const values = { ...(data && placeValues(data)) }
  const lines = patterns.map(pattern => fillPattern(pattern, values)).filter(line => line !== '')
  return (lines.length > 0 ? lines : [text]).map(line => h('p', { className: ['author-place'] }, line))
}

function placeValues(data: AffiliationData): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(blockValues.affiliation.map(name => [name, data[name]]))
}

function authorLine(pattern: string, { email, orcid, phone }: Contributor): ElementContent[] {
  const line = fillPattern(pattern, { email, orcid, phone })
  if (line === '') return []
  const [before = '', after] = email === undefined ? [line] : line.split(email)
  const content: ElementContent[] =
    email === undefined || after === undefined
      ? [{ type: 'text', value: line }]
      : [
          { type: 'text', value: before },
          h('a', { href: mailtoAddress(email) }, email),
          { type: 'text', value: after },
        ]
  return [h('p', { className: ['author-address'] }, content)]
}
