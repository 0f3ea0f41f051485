/**
 * In a style of numbers, the number of an entry says which work is meant: that in its label, "1." or "[1]"; or where
 * the style makes no label of it, the number that its text begins with, if all entries count so.
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
