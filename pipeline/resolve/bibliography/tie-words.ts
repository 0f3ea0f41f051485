/**
 * What no line of a reference should divide: an abbreviation and its number, `vol. 3`, `pp. 33`; the initials of a name,
 * `D. E.`. Their spaces become such that do not break (U+00A0), also where the two are in elements of their own.
 * `doi:` is not tied to a DOI: in a narrow column the two are too long for a line's end.
 */
import type { ElementContent } from 'hast'
import { toString as textOf } from 'hast-util-to-string'

const ties = /(?<=(?<!\p{L})\p{L}{1,3}\.) (?=\d)|(?<=(?<!\p{L})\p{Lu}\.) (?=\p{Lu}\.)/gu

/** Across the marks that the engine's output has: `vol. <span>3</span>`. */
export function tieWords(content: readonly ElementContent[]): ElementContent[] {
  const tied = textOf({ type: 'root', children: [...content] }).replace(ties, '\u00A0')
  let at = 0
  const take = (node: ElementContent): ElementContent => {
    if (node.type === 'element') return { ...node, children: node.children.map(take) }
    if (node.type !== 'text') return node
    // As long as before.
    const value = tied.slice(at, at + node.value.length)
    at += node.value.length
    return { ...node, value }
  }
  return content.map(take)
}
