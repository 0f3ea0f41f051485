/**
 * The landing page of an issue: its articles by section, with authors, pages and links to the files of each.
 */
import type { Element } from 'hast'
import { h } from 'hastscript'
import type { FontFace } from '../../fonts/index.ts'
import { fillPattern } from '../../values/pattern.ts'
import { renderPage } from '../page.ts'
import { entryItem } from './entry-item.ts'
import { type Issue, issueFacts } from './issue.ts'
import { issueMetadata } from './issue-metadata.ts'
import { orderEntries } from './order-entries.ts'

/** The body of the page. It is made first, as the choice of fonts depends on its text. */
export function issueBody(issue: Issue): Element {
  const { issn } = issue.journal.manifest
  const [title = '', number = ''] = titleParts(issue)
  const sections = orderEntries(issue.entries).map(({ name, entries }) =>
    h('section', [
      ...(name === '' ? [] : [h('h2', name)]),
      h('ul', { className: ['issue-list'] }, entries.map(entryItem)),
    ]),
  )
  return h('body', [
    h('main', { className: ['article', 'issue'] }, [
      h('h1', { className: ['title'] }, [
        title,
        ...(number === '' ? [] : [' ', h('span', { className: ['issue-number'] }, number)]),
      ]),
      ...(issn === undefined ? [] : [h('p', { className: ['masthead'] }, `ISSN ${issn}`)]),
      ...sections,
    ]),
  ])
}

/** The page of an issue as a whole HTML file. `body`: made by `issueBody`. */
export async function renderIssuePage(
  issue: Issue,
  body: Element,
  fonts: readonly FontFace[],
): Promise<Uint8Array> {
  const { manifest, css } = issue.journal
  const title = titleParts(issue).join(', ')
  const metadata = issueMetadata(issue, title)
  return await renderPage({ language: manifest.language, title, metadata, body, fonts, css })
}

/** The journal and the number of the issue. Articles that are in no journal have the number or "Contents". */
function titleParts(issue: Issue): readonly string[] {
  const { title, kind, labels } = issue.journal.manifest
  const number = issueNumber(issue)
  if (kind === 'manuscript') return [number || labels.web.contents]
  return number === '' ? [title] : [title, number]
}

/** The number of the issue, "Volume 12, Issue 3, 2026": the parts that the articles give and agree on. */
function issueNumber(issue: Issue): string {
  const { labels } = issue.journal.manifest
  const facts = issueFacts(issue)
  return [
    facts.volume && fillPattern(labels.issue.volume, { volume: facts.volume }),
    facts.issue && fillPattern(labels.issue.number, { issue: facts.issue }),
    facts.year,
  ]
    .filter(Boolean)
    .join(', ')
}
