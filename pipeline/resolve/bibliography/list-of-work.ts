/**
 * The name of the list that a work is in: that of its bibliography file, `bibliography: {software: a.bib}`; that of a place
 * which asks for works of its kind, `{#refs-data .refs type="dataset,software"}` or `keyword="primary"`; else `main`.
 */
import type { Manuscript } from '../../model/article.ts'
import type { CslItem } from '../../model/csl.ts'
import type { ReferenceListPlace } from '../../model/mdast.ts'

type Works = Pick<Manuscript, 'references' | 'referenceSources'>

export function listOfWork(
  { references, referenceSources }: Works,
  places: readonly ReferenceListPlace[],
): (key: string) => string {
  const items = new Map(references.map(item => [item.id, item]))
  return key => {
    const ofFile = referenceSources.get(key)?.list ?? 'main'
    const item = items.get(key)
    if (ofFile !== 'main' || !item) return ofFile
    return places.find(place => asksFor(place, item))?.name ?? 'main'
  }
}

function asksFor({ attributes: { values } }: ReferenceListPlace, item: CslItem): boolean {
  const types = wordsOf(values.type)
  const keywords = wordsOf(values.keyword)
  if (types.length + keywords.length === 0) return false
  const own = wordsOf(item.keyword)
  return (
    (types.length === 0 || types.includes(item.type)) &&
    (keywords.length === 0 || keywords.some(word => own.includes(word)))
  )
}

function wordsOf(text: unknown): readonly string[] {
  return typeof text === 'string' ? text.split(/[,;]/).map(word => word.trim().toLowerCase()) : []
}
