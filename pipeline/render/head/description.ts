/** What the article is about, in the few words that a list of search results has room for. */
import type { Article } from '../../model/article.ts'

const longest = 300

/** The author's description, else the beginning of the abstract, to the end of a word; undefined without both. */
export function descriptionOf({ metadata, plainAbstract }: Article): string | undefined {
  const text = metadata.description ?? plainAbstract.replace(/\s+/g, ' ')
  if (text === '') return undefined
  if (text.length <= longest) return text
  return `${text.slice(0, longest).replace(/\s+\S*$/, '')}…`
}
