/**
 * What no line of a reference should divide: an abbreviation and its number, `vol. 3`, `pp. 33`; the initials of a name,
 * `D. E.`. Their spaces become such that do not break (U+00A0). `doi:` is not tied to a DOI: in a narrow column the two are
 * too long for a line's end.
 */
import type { ElementContent } from 'hast'

const ties = /(?<=(?<!\p{L})\p{L}{1,3}\.) (?=\d)|(?<=(?<!\p{L})\p{Lu}\.) (?=\p{Lu}\.)/gu

export function tieWords(content: readonly ElementContent[]): ElementContent[] {
  return content.map(node => {
    if (node.type === 'text') return { ...node, value: node.value.replace(ties, '\u00A0') }
    return node.type === 'element' ? { ...node, children: tieWords(node.children) } : node
  })
}
