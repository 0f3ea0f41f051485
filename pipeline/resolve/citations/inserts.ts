/**
 * Words around a citation key may have markup, `[as *Doe* wrote in @a]`, but the CSL engine takes and gives
 * plain text. A piece of markup therefore takes four forms on its way from the manuscript to the page:
 *
 * 1. `parse` puts U+FFFC (`pieceMark`) into the prefix or suffix, and the piece into the citation's
 * `children`.
 *     The first U+FFFC means the first child, and so on. Punctuation reads U+FFFC as part of a word.
 *  2. `clusters.ts` replaces each U+FFFC by a private character that contains the number of the child
 *     (`insertCharacter`): the style may sort the works of a cluster, and the order alone would be lost.
 *  3. `withInserts` replaces the private character in the engine's output by `<span data-child="0"></span>`.
 *     Other elements that must not pass through the engine, such as marks of unknown keys, take the same way.
 *  4. `layout/handlers/citation.ts` replaces that span by the child as it is printed.
 *
 *     as ￼ wrote in  →  as <char> wrote in  →  as <span data-child="0"></span> wrote in
 */
import type { Element, ElementContent } from 'hast'
import { textNode } from '../../model/hast.ts'

/** Marks the place of a piece with markup in a prefix or suffix. */
export const pieceMark = '\uFFFC'

/**
 * The private character for the number 0. The private characters belong to Supplementary Private Use Area-A,
 * which no text font has.
 */
const first = 0xf_0000
const insert = /[\u{F0000}-\u{F7FFF}]/u

/** The private character for the insert of this number. */
export function insertCharacter(number: number): string {
  return String.fromCodePoint(first + number)
}

export function hasInsert(text: string): boolean {
  return insert.test(text)
}

/** Splits a text so that each insert is a piece by itself. */
export function splitAtInserts(text: string): string[] {
  return text.split(new RegExp(`(${insert.source})`, 'u')).filter(piece => piece !== '')
}

/** Replaces private characters by elements. `elements`: by number; a character without an element stays. */
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
      return elements[number] ?? textNode(piece)
    })
  })
}
