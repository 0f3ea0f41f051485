/** The `article-type` of the article, from the name of its section: "Review" → `review-article`. */

const types: readonly (readonly [RegExp, string])[] = [
  [/\b(?:retraction|withdrawal)\b/i, 'retraction'],
  [/\b(?:corrigend|correction|errat)/i, 'correction'],
  [/\b(?:systematic review|meta-analysis)\b/i, 'systematic-review'],
  [/\bbook review/i, 'book-review'],
  [/\breview\b/i, 'review-article'],
  [/\bcase (?:report|stud|series)/i, 'case-report'],
  [/\b(?:editorial)\b/i, 'editorial'],
  [/\b(?:letters?|correspondence)\b/i, 'letter'],
  [/\b(?:commentary|comment|perspective|viewpoint|opinion)\b/i, 'article-commentary'],
  [/\b(?:brief|short) (?:report|communication)/i, 'brief-report'],
  [/\bdata (?:paper|descriptor|article)/i, 'data-paper'],
  [/\b(?:rapid communication)/i, 'rapid-communication'],
]

export function articleType(section: string | undefined): string {
  return types.find(([pattern]) => pattern.test(section ?? ''))?.[1] ?? 'research-article'
}
