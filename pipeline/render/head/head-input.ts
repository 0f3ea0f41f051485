/** What the metadata of a page are made from. */
import type { Journal } from '../../journal/index.ts'
import type { Article } from '../../model/article.ts'

export interface HeadInput {
  readonly article: Article
  readonly journal: Journal
  /** Where the web edition and the PDF will stand, as far as it is known. */
  readonly addresses: Addresses
}

/** Absolute web addresses. */
export interface Addresses {
  readonly page?: string
  readonly pdf?: string
}
