/** The input for the metadata of a web page. */
import type { Journal } from '../../journal/index.ts'
import type { Article } from '../../model/article.ts'

export interface HeadInput {
  readonly article: Article
  readonly journal: Journal
  /** Addresses of the web edition and the PDF, as far as they are known. */
  readonly addresses: Addresses
}

/** Absolute web addresses. */
export interface Addresses {
  readonly page?: string
  readonly pdf?: string
}
