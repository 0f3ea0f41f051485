/**
 * Lists at the ends of sections: of each section of one level, the works that are cited in it. A work may be in several,
 * each time under an id of its own.
 */
import type { RootContent } from 'mdast'
import { visit } from 'unist-util-visit'
import type { Article, ListedReference } from '../../model/article.ts'
import type { Div } from '../../model/mdast.ts'

export interface SectionList {
  /** Of the section's heading. */
  readonly depth: number
  /** Where the next section begins, among the children of the text. */
  readonly end: number
  /** By their ids. */
  readonly citations: ReadonlySet<string>
  /** Their ids are those of the bibliography still. */
  readonly entries: readonly ListedReference[]
}

/** `level`: 1 for the highest of the text; without one there are none. */
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
