/**
 * The title for running heads if the author gives no short one. A title that is too long for a head is cut
 * after its first part: "Rivers of sand: how grains become small on their way" → "Rivers of sand". Without
 * parts it stays whole; on the page it then ends in an ellipsis.
 */
import type { Manifest } from '../../journal/index.ts'

/** The width of a letter of a running head in CSS px, on average. */
const letterWidth = 5.3
/** The share of the width that a title may take: page numbers, names or the journal stand beside it. */
const titleShare = 0.6
/** A first part with fewer letters says too little. */
const shortestTitle = 10

/** The title as running heads print it. `page`: the journal's page, in CSS px. */
export function runningTitle(title: string, { width, left, right }: Manifest['page']): string {
  const room = ((width - left - right) * titleShare) / letterWidth
  if (title.length <= room) return title
  const [first = ''] = title.split(/(?<=[?!])\s|[:.]\s|\s[–—]\s?|—/u)
  return first.length >= shortestTitle && first.length < title.length ? first : title
}
