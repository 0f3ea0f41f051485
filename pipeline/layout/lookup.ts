/** What a handler may look up. Handlers know nothing else and compute nothing. */
import type { Journal } from '../journal/index.ts'
import type { Article } from '../model/article.ts'

export interface Lookup {
  readonly article: Article
  readonly journal: Journal
}
