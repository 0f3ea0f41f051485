/** The input for the landing page of an issue, and the facts that its articles agree on. */
import type { ElementContent } from 'hast'
import type { Journal } from '../../journal/index.ts'
import type { Article } from '../../model/article.ts'

export interface Issue {
  readonly entries: readonly IssueEntry[]
  /** The journal of the page, in the page's language. */
  readonly journal: Journal
  /** The web address of the folder where the files will be published, if known. */
  readonly site?: string | undefined
}

/** The facts of an article that the page of its issue shows. */
export type IssueArticle = Pick<
  Article,
  'slug' | 'language' | 'metadata' | 'plainTitle' | 'work' | 'contributors'
>

/** An article of the issue and the files made from it. */
export interface IssueEntry {
  readonly article: IssueArticle
  /** The title as the article prints it. */
  readonly title: readonly ElementContent[]
  readonly html?: IssueFile
  readonly pdf?: IssueFile
}

export interface IssueFile {
  /** File name in the folder of the page, not URL-encoded. */
  readonly name: string
  /** Size of the file in bytes. */
  readonly size: number
}

/** What the articles say about their issue. A value is undefined if they disagree or say nothing. */
interface IssueFacts {
  readonly volume: string | undefined
  readonly issue: string | undefined
  readonly year: string | undefined
}

export function issueFacts({ entries }: Issue): IssueFacts {
  const common = (read: (article: IssueArticle) => string | undefined) => {
    const values = new Set(entries.map(({ article }) => read(article)).filter(value => value !== undefined))
    return values.size === 1 ? [...values][0] : undefined
  }
  return {
    volume: common(({ metadata }) => metadata.volume),
    issue: common(({ metadata }) => metadata.issue),
    year: common(({ metadata }) => metadata.dates?.published?.slice(0, 4)),
  }
}

/** The title of an article as text, or the name of its files if it has no title. */
export function entryName({ article }: IssueEntry): string {
  return article.plainTitle === '' ? article.slug : article.plainTitle
}

export function authorsOf({ contributors }: IssueArticle): string {
  return contributors.map(({ displayName }) => displayName).join(', ')
}

/** The address of a file relative to the page. */
export function hrefOf({ name }: IssueFile): string {
  return encodeURIComponent(name)
}
