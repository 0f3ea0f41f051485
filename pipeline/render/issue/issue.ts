/** What the landing page of an issue is made from, and what its articles agree on. */
import type { ElementContent } from 'hast'
import type { Journal } from '../../journal/index.ts'
import type { Article } from '../../model/article.ts'

export interface Issue {
  readonly entries: readonly IssueEntry[]
  /** In the language of the page. */
  readonly journal: Journal
  /** The web address of the folder where the files will be published, where it is known. */
  readonly site?: string | undefined
}

/** An article of the issue, and what was made of it. */
export interface IssueEntry {
  readonly article: Article
  /** Its title as the article prints it. */
  readonly title: readonly ElementContent[]
  readonly html?: IssueFile
  readonly pdf?: IssueFile
}

export interface IssueFile {
  /** Beside the page; not encoded. */
  readonly name: string
  /** In bytes. */
  readonly size: number
}

/** What the articles say of their issue, as far as those that say something agree. */
export interface IssueFacts {
  readonly volume: string | undefined
  readonly issue: string | undefined
  readonly year: string | undefined
}

export function issueFacts({ entries }: Issue): IssueFacts {
  const common = (read: (article: Article) => string | undefined) => {
    const values = new Set(entries.map(({ article }) => read(article)).filter(value => value !== undefined))
    return values.size === 1 ? [...values][0] : undefined
  }
  return {
    volume: common(({ metadata }) => metadata.volume),
    issue: common(({ metadata }) => metadata.issue),
    year: common(({ metadata }) => metadata.dates?.published?.slice(0, 4)),
  }
}

/** The title of an article as text; the name of its files where it has none. */
export function entryName({ article }: IssueEntry): string {
  return article.plainTitle === '' ? article.slug : article.plainTitle
}

export function authorsOf({ contributors }: Article): string {
  return contributors.map(one => one.displayName).join(', ')
}

/** Where a file is, seen from the page. */
export function hrefOf({ name }: IssueFile): string {
  return encodeURIComponent(name)
}
