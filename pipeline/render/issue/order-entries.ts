/** Sorts the articles of an issue by page and groups them by section. */
import type { IssueEntry } from './issue.ts'

interface IssueSection {
  /** Name of the section; empty for articles without a section. */
  readonly name: string
  readonly entries: readonly IssueEntry[]
}

/**
 * The articles by section. Articles without a section come first; sections follow in the order of their first
 * pages. Articles without pages keep their order and come last.
 */
export function orderEntries(entries: readonly IssueEntry[]): readonly IssueSection[] {
  const sections = Map.groupBy(entries.toSorted(byPage), ({ article }) => article.metadata.section ?? '')
  const all = [...sections].map(([name, members]) => ({ name, entries: members }))
  return [...all.filter(({ name }) => name === ''), ...all.filter(({ name }) => name !== '')]
}

/**
 * The letters and the number of a page: `3` → `''`, 3; `S12` → `S`, 12. Pages with letters belong to a
 * supplement, which comes last.
 */
interface PageKey {
  readonly letters: string
  readonly number: number
}

function byPage(a: IssueEntry, b: IssueEntry): number {
  const [keyA, keyB] = [pageKey(a), pageKey(b)]
  if (!keyA || !keyB) return Number(!keyA) - Number(!keyB)
  if (keyA.letters !== keyB.letters) return keyA.letters < keyB.letters ? -1 : 1
  return keyA.number - keyB.number
}

/** The sort key of the article's first page or, without pages, of its article number. */
function pageKey({ article }: IssueEntry): PageKey | undefined {
  const { pages, elocation } = article.metadata
  const [, letters, number] = /^([A-Za-z]*)(\d+)$/.exec(pages?.first ?? elocation ?? '') ?? []
  return letters === undefined ? undefined : { letters: letters.toLowerCase(), number: Number(number) }
}
