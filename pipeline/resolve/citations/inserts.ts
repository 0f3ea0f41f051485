/**
 * What stands in a prefix or suffix and is no text passes the CSL engine as one character of a private plane each,
 * which the engine prints as it is, and becomes an element again after it:
 *
 *     prefix `as ￼ in`  →  `as <char> in`  →  `as <span data-child="0"></span> in`
 */
import type { Element, ElementContent } from 'hast'

/** Of Supplementary Private Use Area-A, which no text font has. */
const first = 0xf_0000
const insert = /[\u{F0000}-\u{F7FFF}]/u

/** The character for the insert of this number. */
export function insertCharacter(number: number): string {
  return String.fromCodePoint(first + number)
}

export function hasInsert(text: string): boolean {
  return insert.test(text)
}

/** Each insert is a piece of its own. */
export function splitAtInserts(text: string): string[] {
  return text.split(new RegExp(`(${insert.source})`, 'u')).filter(piece => piece !== '')
}

/** `elements`: by number; a character without one stays. */
export function withInserts(
  content: readonly ElementContent[],
  elements: readonly Element[],
): ElementContent[] {
  if (elements.length === 0) return [...content]
  return content.flatMap((node): ElementContent[] => {
    if (node.type === 'element') return [{ ...node, children: withInserts(node.children, elements) }]
    if (node.type !== 'text') return [node]
    return splitAtInserts(node.value).map(piece => {
      const number = hasInsert(piece) ? (piece.codePointAt(0) ?? 0) - first : -1
      return elements[number] ?? { type: 'text', value: piece }
    })
  })
}
