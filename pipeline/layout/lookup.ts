/** What a handler may look up: nothing else is known to it, and nothing is computed. */

import type { Journal } from '../journal/index.ts'
import type { Article } from '../model/article.ts'

export interface Lookup {
  readonly article: Article
  readonly journal: Journal
}
