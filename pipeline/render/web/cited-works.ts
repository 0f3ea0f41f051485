/**
 * Gives a citation the ids of all its works if its links do not lead to each of them, as in a range. The card
 * of the citation shows all these works.
 *   <span class="citation">[<a href="#ref-a">1</a>]–[<a href="#ref-c">3</a>]
 *   → <span … data-cites="ref-a ref-b ref-c">
 */
import type { Element, ElementContent } from 'hast'
import type { Article } from '../../model/article.ts'
import { hasClass } from '../../model/hast.ts'
import { rewrite } from './rewrite.ts'

/** Returns the step that adds the ids, in the order of the reference list. */
export function withCitedWorks({ referenceLists }: Article) {
  const entries = referenceLists.flatMap(list => list.entries)
  const works = Map.groupBy(
    entries.flatMap(({ id, citedAt }) => citedAt.map(citation => ({ id, citation }))),
    ({ citation }) => citation,
  )
  return (content: readonly ElementContent[]): ElementContent[] =>
    rewrite(content, element => {
      const { id } = element.properties
      const cited = typeof id === 'string' && hasClass(element, 'citation') ? (works.get(id) ?? []) : []
      if (cited.length === 0) return [element]
      const ids = [...new Set(cited.map(work => work.id))]
      const links = linksIn(element)
      if (ids.every(workId => links.has(`#${workId}`))) return [element]
      return [{ ...element, properties: { ...element.properties, dataCites: ids.join(' ') } }]
    })
}

function linksIn({ children }: Element): ReadonlySet<unknown> {
  const elements = children.filter(child => child.type === 'element')
  return new Set(elements.flatMap(child => [child.properties.href, ...linksIn(child)]))
}
