/** For each work, the ids of the citations that name it, in the order of reading. */
import type { Citation } from '../../mdast.ts'

export function citedAt(citations: readonly Citation[]): ReadonlyMap<string, readonly string[]> {
  const places = new Map<string, string[]>()
  for (const { items, data } of citations) {
    for (const key of new Set(items.map(item => item.key))) {
      const ids = places.get(key) ?? []
      if (data?.id !== undefined) ids.push(data.id)
      places.set(key, ids)
    }
  }
  return places
}
