/**
 * The citations of an article → the clusters that the style prints for them, all in one row, as the CSL
 * engine takes them in one pass. Keys that the bibliography does not have are reported.
 */
import type { Manuscript } from '../../model/article.ts'
import type { CslCluster } from '../../model/csl.ts'
import type { CitationItem } from '../../model/mdast.ts'
import type { CitationPlace } from './citation-places.ts'
import { type Clusters, clustersOf } from './clusters.ts'
import { reportUnknown, unknownItems } from './unknown-keys.ts'

/** A citation that goes through the engine, with the indices of its clusters among those of all citations. */
interface AskedCitation {
  readonly place: CitationPlace
  readonly clusters: Clusters
  readonly names: readonly number[]
  readonly main: number | undefined
}

interface AskingContext {
  /** The keys of the bibliography. */
  readonly keys: ReadonlySet<string>
  readonly isNoteStyle: boolean
  readonly manuscript: Manuscript
}

/**
 * The citations that go through the engine. A citation of unknown works alone is left out, and so is one that
 * would name the authors of an unknown work.
 */
export function askedCitations(
  places: readonly CitationPlace[],
  { keys, isNoteStyle, manuscript }: AskingContext,
): { readonly asked: readonly AskedCitation[]; readonly clusters: readonly CslCluster[] } {
  const asked: AskedCitation[] = []
  const clusters: CslCluster[] = []
  const unknowns: { readonly node: CitationPlace['node']; readonly item: CitationItem }[] = []
  const ask = (cluster: CslCluster): number => clusters.push(cluster) - 1
  for (const place of places) {
    const { node, noteIndex } = place
    const missing = unknownItems(node, keys)
    unknowns.push(...missing.map(item => ({ node, item })))
    const isUnknown = (item: CitationItem) => missing.includes(item)
    const [head] = node.items
    if (node.form === 'none' || !head || node.items.every(isUnknown)) continue
    if (node.mode === 'narrative' && isUnknown(head)) continue
    const request = clustersOf(node, { isUnknown, isNoteStyle, noteIndex })
    const names = request.names.map(ask)
    asked.push({ place, clusters: request, names, main: request.main && ask(request.main) })
  }
  reportUnknown(unknowns, keys, manuscript)
  return { asked, clusters }
}
