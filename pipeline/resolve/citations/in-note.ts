/**
 * A citation inside an author's footnote, in a style of notes: what the style prints is a sentence, with a full stop
 * at its end; here it is a part of one, unless nothing follows.
 *
 *     See [@a], and others.  →  See Doe, *Work*, and others.
 */
import type { ElementContent } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import type { RootContent } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'

/** Words that keep their full stop. */
const abbreviation = /(?:^|[\s(])(?:ibid|id|op\. cit|loc\. cit|et al|n\.d|eds?|trans|vols?|no|\p{Lu})\.$/iu

/** `next`: what stands behind the citation in its paragraph; a comma goes from it into the quotation marks before. */
export function asPartOfNote(
  content: readonly ElementContent[],
  next: RootContent | undefined,
): readonly ElementContent[] {
  const after = next ? plainText(next) : ''
  if (next === undefined || (next.type === 'text' && after.trim() === '')) return content
  const words = textOf({ type: 'root', children: [...content] })
  if (abbreviation.test(words) && !after.startsWith('.')) return content
  const isInQuotes = /\.["'”’]+$/.test(words)
  if (!isInQuotes || next.type !== 'text' || !after.startsWith(',')) return withStop(content, '')
  next.value = next.value.slice(1)
  return withStop(content, ',')
}

/** Another mark, or none, in place of the full stop at the end. */
function withStop(content: readonly ElementContent[], stop: string): readonly ElementContent[] {
  const last = content.at(-1)
  if (last?.type === 'element') {
    return [...content.slice(0, -1), { ...last, children: [...withStop(last.children, stop)] }]
  }
  if (last?.type !== 'text') return content
  // “Title.” closes with its quotation mark.
  const value = last.value.replace(/\.(["'”’»«“]*)$/, `${stop}$1`)
  return [...content.slice(0, -1), { ...last, value }]
}
