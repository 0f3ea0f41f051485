/** What a handler may look up: nothing else is known to it, and nothing is computed. */
import type { Article } from '../article.ts'
import type { Journal } from '../journal/index.ts'

export interface Lookup {
  readonly article: Article
  readonly journal: Journal
}
