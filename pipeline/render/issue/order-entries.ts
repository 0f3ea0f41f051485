/** The articles of an issue in the order of its pages, by section. */
import type { IssueEntry } from './issue.ts'

export interface IssueSection {
  /** Empty for the articles that are of no section. */
  readonly name: string
  readonly entries: readonly IssueEntry[]
}

/** Articles of no section are first; the sections follow by their first page. What has no page stays where it is, at the end. */
export function orderEntries(entries: readonly IssueEntry[]): readonly IssueSection[] {
  const sections = Map.groupBy(entries.toSorted(byPage), ({ article }) => article.metadata.section ?? '')
  const all = [...sections].map(([name, ones]) => ({ name, entries: ones }))
  return [...all.filter(({ name }) => name === ''), ...all.filter(({ name }) => name !== '')]
}

/** `3` → `''`, 3; `S12` → `S`, 12. Those with letters are a supplement, which follows. */
interface PageKey {
  readonly letters: string
  readonly number: number
}

function byPage(a: IssueEntry, b: IssueEntry): number {
  const [one, other] = [pageOf(a), pageOf(b)]
  if (!one || !other) return Number(!one) - Number(!other)
  if (one.letters !== other.letters) return one.letters < other.letters ? -1 : 1
  return one.number - other.number
}

/** Of its first page, or its number where it has no pages. */
function pageOf({ article }: IssueEntry): PageKey | undefined {
  const { pages, elocation } = article.metadata
  const [, letters, number] = /^([A-Za-z]*)(\d+)$/.exec(pages?.first ?? elocation ?? '') ?? []
  return letters === undefined ? undefined : { letters: letters.toLowerCase(), number: Number(number) }
}
