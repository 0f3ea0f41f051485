/** The landing page of an issue: its articles by section, with authors, pages and links to what was built. */
import type { Element, ElementContent } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { h } from 'hastscript'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import type { Article } from '../article.ts'
import { cutFaces, type FontFace, fontFaceRules, type Journal } from '../journal/index.ts'
import { directionOf } from '../language.ts'

/** An article of the issue, and what was made of it. */
export interface IssueEntry {
  readonly article: Article
  /** Of its files, relative to the page. */
  readonly html?: string
  readonly pdf?: string
}

export interface IssuePageInput {
  readonly entries: readonly IssueEntry[]
  readonly journal: Journal
  readonly fonts: readonly FontFace[]
}

const policy =
  "default-src 'none'; style-src 'unsafe-inline'; font-src data:; base-uri 'none'; form-action 'none'"

export async function renderIssuePage(input: IssuePageInput): Promise<Uint8Array> {
  const { entries, journal, fonts } = input
  const { manifest } = journal
  const title = issueTitle(entries, journal)
  const body = h('body', [h('main', { className: ['article', 'issue'] }, issueContent(entries, title))])
  const css = [journal.css.common, journal.css.web].join('\n')
  const faces = await cutFaces(fonts, `${textOf(body)}${css}`)
  const tree = h(null, [
    { type: 'doctype' },
    h('html', { lang: manifest.language, dir: directionOf(manifest.language) }, [
      h('head', [
        h('meta', { charSet: 'utf-8' }),
        h('meta', { httpEquiv: 'Content-Security-Policy', content: policy }),
        h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
        h('title', title),
        h('meta', { name: 'color-scheme', content: 'light dark' }),
        h('style', `${fontFaceRules(faces)}\n${css}`),
      ]),
      body,
    ]),
  ])
  return new TextEncoder().encode(unified().use(rehypeStringify).stringify(tree))
}

/** The words of the page, for its fonts. */
export function issueText(entries: readonly IssueEntry[], journal: Journal): string {
  const words = entries.flatMap(({ article }) => [
    article.plainTitle,
    article.metadata.section ?? '',
    authorsOf(article),
  ])
  return [issueTitle(entries, journal), ...words, 'PDF 0123456789–-,'].join(' ')
}

/** "Transactions on Water and Land, 12 (3), 2026": as far as its articles agree. */
function issueTitle(entries: readonly IssueEntry[], { manifest }: Journal): string {
  const common = (read: (article: Article) => string | undefined) => {
    const values = new Set(entries.map(({ article }) => read(article)))
    return values.size === 1 ? [...values][0] : undefined
  }
  const volume = common(({ metadata }) => metadata.volume)
  const issue = common(({ metadata }) => metadata.issue)
  const year = common(({ metadata }) => metadata.dates?.published?.slice(0, 4))
  const number = [volume, issue === undefined ? undefined : `(${issue})`].filter(Boolean).join(' ')
  return [manifest.title, number, year].filter(Boolean).join(', ')
}

function issueContent(entries: readonly IssueEntry[], title: string): Element[] {
  const sections = Map.groupBy(entries, ({ article }) => article.metadata.section ?? '')
  return [
    h('h1', { className: ['title'] }, title),
    ...[...sections].map(([section, ones]) =>
      h('section', [
        ...(section === '' ? [] : [h('h2', section)]),
        h('ul', { className: ['issue-list'] }, ones.toSorted(byFirstPage).map(entryItem)),
      ]),
    ),
  ]
}

function entryItem({ article, html, pdf }: IssueEntry): Element {
  const { first, last } = article.metadata.pages ?? {}
  const pages = first === undefined ? article.metadata.elocation : [first, last].filter(Boolean).join('–')
  const target = html ?? pdf
  const { plainTitle, slug } = article
  const title = plainTitle === '' ? slug : plainTitle
  const authors = authorsOf(article)
  const details: ElementContent[] = [
    ...(pages === undefined ? [] : [h('span', { className: ['issue-pages'] }, pages)]),
    ...(pdf === undefined ? [] : [h('a', { href: pdf, ariaLabel: `PDF: ${title}` }, 'PDF')]),
  ]
  return h('li', { lang: article.language }, [
    h('p', { className: ['issue-title'] }, target === undefined ? title : [h('a', { href: target }, title)]),
    ...(authors === '' ? [] : [h('p', { className: ['issue-authors'] }, authors)]),
    ...(details.length === 0 ? [] : [h('p', { className: ['issue-details'] }, details)]),
  ])
}

function authorsOf({ contributors }: Article): string {
  return contributors.map(one => one.displayName).join(', ')
}

/** Those without pages stay where they are, at the end. */
function byFirstPage(a: IssueEntry, b: IssueEntry): number {
  const pageOf = ({ article }: IssueEntry) => {
    const number = Number(/\d+/.exec(article.metadata.pages?.first ?? '')?.[0])
    return Number.isNaN(number) ? Number.POSITIVE_INFINITY : number
  }
  const [one, other] = [pageOf(a), pageOf(b)]
  return one === other ? 0 : one - other
}
