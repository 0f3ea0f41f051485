/**
 * What no line of a reference should divide: an abbreviation and its number, `vol. 3`, `pp. 33`; the initials of a name,
 * `D. E.`. Their spaces become such that do not break (U+00A0), also where the two are in elements of their own.
 * `doi:` is not tied to a DOI: in a narrow column the two are too long for a line's end.
 */
import type { ElementContent } from 'hast'
import { toString as textOf } from 'hast-util-to-string'

const ties = /(?<=(?<!\p{L})\p{L}{1,3}\.) (?=\d)|(?<=(?<!\p{L})\p{Lu}\.) (?=\p{Lu}\.)/gu

export function tieWords(content: readonly ElementContent[]): ElementContent[] {
  // A space for a space: every text is as long as before.
  const words = textOf({ type: 'root', children: [...content] }).replace(ties, '\u00A0')
  let read = 0
  const tied = (nodes: readonly ElementContent[]): ElementContent[] =>
    nodes.map(node => {
      if (node.type === 'element') return { ...node, children: tied(node.children) }
      if (node.type !== 'text') return node
      read += node.value.length
      return { ...node, value: words.slice(read - node.value.length, read) }
    })
  return tied(content)
}
