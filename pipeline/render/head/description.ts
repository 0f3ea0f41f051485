/** A short description of the article, as long as search engines show it. */
import type { Article } from '../../model/article.ts'

const longest = 300

/**
 * The author's description, or else the beginning of the abstract, cut at the end of a word. Undefined
 * without both.
 */
export function descriptionOf({ metadata, plainAbstract }: Article): string | undefined {
  const text = metadata.description ?? plainAbstract.replace(/\s+/g, ' ')
  if (text === '') return undefined
  if (text.length <= longest) return text
  return `${text.slice(0, longest).replace(/\s+\S*$/, '')}…`
}
