/**
 * The name of the list that a work belongs to. A bibliography file may give the name,
 * `bibliography: {software: a.bib}`. Or a list may ask for works by type or keyword:
 * `{#refs-data .refs type="dataset,software"}`, `keyword="primary"`. Otherwise the work belongs to `main`.
 */
import type { Manuscript } from '../../model/article.ts'
import type { CslItem } from '../../model/csl.ts'
import type { ReferenceListPlace } from '../../model/mdast.ts'

type Works = Pick<Manuscript, 'references' | 'referenceSources'>

/** Returns a function from the key of a work to the name of its list. */
export function listOfWork(
  { references, referenceSources }: Works,
  places: readonly ReferenceListPlace[],
): (key: string) => string {
  const items = new Map(references.map(item => [item.id, item]))
  return key => {
    const fileList = referenceSources.get(key)?.list ?? 'main'
    const item = items.get(key)
    if (fileList !== 'main' || !item) return fileList
    return places.find(place => asksFor(place, item))?.name ?? 'main'
  }
}

function asksFor({ attributes: { values } }: ReferenceListPlace, item: CslItem): boolean {
  const types = splitList(values.type)
  const keywords = splitList(values.keyword)
  if (types.length + keywords.length === 0) return false
  const itemKeywords = splitList(item.keyword)
  return (
    (types.length === 0 || types.includes(item.type)) &&
    (keywords.length === 0 || keywords.some(word => itemKeywords.includes(word)))
  )
}

function splitList(text: unknown): readonly string[] {
  return typeof text === 'string' ? text.split(/[,;]/).map(word => word.trim().toLowerCase()) : []
}
