/**
 * The printed numbers of the entries, by which citations of a numeric style name their works. The number is
 * in the label of the entry, "1." or "[1]". Some styles make no label: then each text begins with its number.
 */
import type { ElementContent } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import type { BibliographyEntry } from '../../model/article.ts'

export function entryNumbers(
  bibliography: readonly BibliographyEntry[],
): ReadonlyMap<string, BibliographyEntry> {
  const labels = bibliography.map(({ label }) => /\d+/.exec(plain(label))?.[0])
  const heads = bibliography.map(({ content }) => /^[[(]?(\d+)/.exec(plain(content))?.[1])
  const isCounting = heads.every((head, index) => head === String(index + 1))
  const numbers = isCounting ? heads : labels
  return new Map(
    bibliography.flatMap((entry, index) => {
      const number = numbers[index]
      return number === undefined ? [] : [[number, entry] as const]
    }),
  )
}

function plain(content: readonly ElementContent[]): string {
  return textOf({ type: 'root', children: [...content] })
}
