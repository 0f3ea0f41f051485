/**
 * Reference lists at the ends of sections: for each section of one level, the works that are cited in it. A
 * work may be in several lists, each time with another id.
 */
import type { RootContent } from 'mdast'
import type { Article, ListedReference } from '../../model/article.ts'
import type { Div } from '../../model/mdast.ts'
import { visit } from '../../model/visit.ts'

export interface SectionList {
  /** The level of the section's heading. */
  readonly depth: number
  /** The index of the next section among the children of the text. */
  readonly end: number
  /** The ids of the citations in the section. */
  readonly citations: ReadonlySet<string>
  /** The entries, still with their ids of the bibliography. */
  readonly entries: readonly ListedReference[]
}

/**
 * A list of the cited works for each section of one level. `level`: 1 for the highest level of the text;
 * undefined if no section gets a list.
 */
export function sectionLists(
  { children }: Div,
  level: number | undefined,
  { bibliography, citedAt }: Pick<Article, 'bibliography' | 'citedAt'>,
): readonly SectionList[] {
  if (level === undefined) return []
  const depths = children.flatMap(node => (node.type === 'heading' ? [node.depth] : []))
  const depth = Math.min(...depths) + level - 1
  return children.flatMap((node, start): SectionList[] => {
    if (node.type !== 'heading' || node.depth !== depth) return []
    const next = children.findIndex(
      (other, at) => at > start && other.type === 'heading' && other.depth <= depth,
    )
    const end = next < 0 ? children.length : next
    const citations = citationsIn(children.slice(start, end))
    const entries = bibliography.flatMap(entry => {
      const here = (citedAt.get(entry.key) ?? []).filter(id => citations.has(id))
      return here.length > 0 ? [{ ...entry, citedAt: here }] : []
    })
    return entries.length > 0 ? [{ depth, end, citations, entries }] : []
  })
}

function citationsIn(children: RootContent[]): ReadonlySet<string> {
  const ids = new Set<string>()
  visit({ type: 'root', children }, 'citation', node => {
    if (node.data?.id !== undefined) ids.add(node.data.id)
  })
  return ids
}
