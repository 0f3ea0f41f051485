/**
 * Citations → the journal's words. All clusters go through the CSL engine in one pass, in the order in
 * which a reader meets them; its HTML becomes hast here, with a link from each cited work to its entry.
 */
import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Root } from 'mdast'
import type { Journal } from '../../journal/index.ts'
import type { Article, Manuscript, NumberedNote } from '../../model/article.ts'
import type { CslCluster } from '../../model/csl.ts'
import type { Citation, CitationItem } from '../../model/mdast.ts'
import { isRaised } from '../../model/plain-text.ts'
import { type CslEngine, openCslEngine } from '../../tools/citation-js/citation-js.ts'
import { bibliographyEntries } from '../bibliography/bibliography-entries.ts'
import type { ElementIds } from '../element-ids.ts'
import { type ContentContext, citationContent } from './citation-content.ts'
import { type CitationPlace, citationPlaces } from './citation-places.ts'
import { type Clusters, clustersOf } from './clusters.ts'
import { entryNumbers } from './entry-numbers.ts'
import { asPartOfNote } from './in-note.ts'
import { plainEngine, plainLayout } from './plain-engine.ts'
import { unlessBroken } from './style-broken.ts'
import { unknownItems } from './unknown-keys.ts'

export interface CitationContext {
  readonly manuscript: Manuscript
  readonly journal: Journal
  readonly language: string
  readonly ids: ElementIds
  readonly notes: readonly NumberedNote[]
  /** Citations in the text are notes, made before (`note-citations.ts`). */
  readonly isNoteStyle: boolean
}

type Resolved = Pick<Article, 'citations' | 'citedAt' | 'bibliography' | 'listLayout'>

/** A citation that the engine is asked for, with the places of its clusters among all. */
interface Asked {
  readonly place: CitationPlace
  readonly clusters: Clusters
  readonly names: readonly number[]
  readonly main: number | undefined
}

/** Gives each citation an id and its text. What is unknown shows its key, what has no other words its source. */
export function resolveCitations(tree: Root, context: CitationContext): Resolved {
  const { manuscript, journal, language, ids, notes, isNoteStyle } = context
  const works = new Map(manuscript.references.map(item => [item.id, item]))
  const known: ReadonlySet<string> = new Set(works.keys())
  const places = citationPlaces(tree, notes)
  const citations = new Map<string, readonly ElementContent[]>()
  const asked: Asked[] = []
  const clusters: CslCluster[] = []
  const ask = (cluster: CslCluster): number => clusters.push(cluster) - 1
  for (const [index, place] of places.entries()) {
    const { node, noteIndex } = place
    const id = ids.make(`citation-${index + 1}`)
    node.data = { ...node.data, id }
    const missing = unknownItems(node, known, manuscript)
    const isUnknown = (item: CitationItem) => missing.includes(item)
    citations.set(id, node.form === 'none' ? [] : [h('mark', { className: ['problem'] }, node.source)])
    const [head] = node.items
    if (node.form === 'none' || !head || node.items.every(isUnknown)) continue
    if (node.mode === 'narrative' && isUnknown(head)) continue
    const made = clustersOf(node, { isUnknown, isNoteStyle, noteIndex })
    const names = made.names.map(ask)
    asked.push({ place, clusters: made, names, main: made.main && ask(made.main) })
  }
  const uncited = uncitedKeys(places, { known, isNoteStyle })
  if (asked.length + uncited.length === 0) {
    return { citations, citedAt: new Map(), bibliography: [], listLayout: plainLayout }
  }

  const { references } = manuscript
  const { range, labels } = journal.manifest
  const words = { and: labels.and, etAl: labels['et-al'] }
  const asPrinted = (engine: CslEngine) => ({
    texts: engine.cite(clusters, uncited),
    list: engine.bibliography(),
    listLayout: engine.listLayout(),
  })
  const { texts, list, listLayout } = unlessBroken(
    () => asPrinted(openCslEngine(journal.csl, references, language, journal.cslLocale)),
    () => asPrinted(plainEngine(references, words, isNoteStyle ? 'note' : 'in-text')),
    journal.cslFile ?? manuscript.file,
  )
  const bibliography = bibliographyEntries(list, { references, ids, journal })
  const entries = new Map(bibliography.map(entry => [entry.key, entry]))
  const numbers = entryNumbers(bibliography)
  const printing: ContentContext = { works, entries, numbers, range, words, file: manuscript.file }
  for (const { place, clusters: made, names, main } of asked) {
    const { node } = place
    const content = citationContent(
      {
        node,
        names: made.named.map((key, index) => ({ key, html: texts[names[index] ?? -1] ?? '' })),
        main: main === undefined ? undefined : (texts[main] ?? ''),
        items: made.main?.items ?? [],
        inserts: made.inserts,
      },
      printing,
    )
    const isPart = isNoteStyle && place.noteIndex > 0 && !place.isWholeNote
    citations.set(idOf(node), isPart ? asPartOfNote(content, place) : content)
    if (numbers.size > 0 && !isNoteStyle && !isRaised(content[0])) tieToWord(place)
  }
  return { citations, citedAt: citedAtOf(places, { listed: entries, isNoteStyle }), bibliography, listLayout }
}

/** "Snow [1]": a number is never the first of a line. */
function tieToWord({ node, before }: CitationPlace): void {
  const last = before.at(-1)
  if (node.mode === 'parenthetical' && last?.type === 'text')
    last.value = last.value.replace(/[ \n]$/, '\u00A0')
}

/** `\nocite`, and in a style of notes names without a note. */
function isListedOnly({ form }: Citation, isNoteStyle: boolean): boolean {
  return form === 'none' || (form === 'author' && isNoteStyle)
}

/** The keys of works that are only listed. */
function uncitedKeys(
  places: readonly CitationPlace[],
  { known, isNoteStyle }: { readonly known: ReadonlySet<string>; readonly isNoteStyle: boolean },
): readonly string[] {
  const listed = places.flatMap(({ node }) =>
    isListedOnly(node, isNoteStyle) ? node.items.map(item => item.key) : [],
  )
  return listed.includes('*') ? [...known] : [...new Set(listed)].filter(key => known.has(key))
}

/** By key, where it is listed: the ids of its citations. */
function citedAtOf(
  places: readonly CitationPlace[],
  { listed, isNoteStyle }: { readonly listed: ReadonlyMap<string, unknown>; readonly isNoteStyle: boolean },
): ReadonlyMap<string, readonly string[]> {
  const citedAt = new Map<string, string[]>()
  for (const { node } of places) {
    if (isListedOnly(node, isNoteStyle)) continue
    for (const key of new Set(node.items.map(item => item.key))) {
      if (listed.has(key)) citedAt.set(key, [...(citedAt.get(key) ?? []), idOf(node)])
    }
  }
  return citedAt
}

function idOf(node: Citation): string {
  return node.data?.id ?? ''
}
