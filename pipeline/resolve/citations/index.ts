/**
 * Citations → the words of the journal's CSL style. All clusters go through the CSL engine in one pass, in
 * the order in which a reader meets them. The engine's HTML becomes hast, with a link from each cited work to
 * its entry.
 */
import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Root } from 'mdast'
import type { Journal } from '../../journal/index.ts'
import type { Article, Manuscript, NumberedNote } from '../../model/article.ts'
import type { Citation } from '../../model/mdast.ts'
import { isRaised } from '../../model/plain-text.ts'
import { bibliographyEntries } from '../bibliography/bibliography-entries.ts'
import type { ElementIds } from '../element-ids.ts'
import { tiedToNext } from '../no-break-spaces.ts'
import { askedCitations } from './asked-citations.ts'
import { citationContent } from './citation-content.ts'
import { type CitationPlace, citationPlaces } from './citation-places.ts'
import { type CitationStyle, nameWords } from './citation-style.ts'
import { entryNumbers } from './entry-numbers.ts'
import { asPartOfNote, withLowBackReferences } from './in-note.ts'
import { isolateNames } from './isolate-names.ts'
import { plainLayout } from './plain-engine.ts'

interface CitationContext {
  readonly manuscript: Manuscript
  readonly journal: Journal
  /** The journal's opened style; undefined if the article has no citations. */
  readonly style: CitationStyle | undefined
  readonly ids: ElementIds
  readonly notes: readonly NumberedNote[]
}

type ResolvedCitations = Pick<Article, 'citations' | 'citedAt' | 'bibliography' | 'listLayout'>

/**
 * Gives each citation an id, and returns its content by that id. An unknown work is printed as its key; a
 * citation of unknown works alone as the author wrote it.
 */
export function resolveCitations(tree: Root, context: CitationContext): ResolvedCitations {
  const { manuscript, journal, style, ids, notes } = context
  const { references, file } = manuscript
  const places = citationPlaces(tree, notes)
  const citations = new Map<string, readonly ElementContent[]>()
  for (const [index, { node }] of places.entries()) {
    const id = ids.make(`citation-${index + 1}`)
    node.data = { ...node.data, id }
    citations.set(id, node.form === 'none' ? [] : [h('mark', { className: ['problem'] }, node.source)])
  }
  const isNoteStyle = style?.isNoteStyle ?? false
  const works = new Map(references.map(item => [item.id, item]))
  const keys: ReadonlySet<string> = new Set(works.keys())
  const { asked, clusters } = askedCitations(places, { keys, isNoteStyle, manuscript })
  const uncited = uncitedKeys(places, { keys, isNoteStyle })
  if (!style || asked.length + uncited.length === 0) {
    return { citations, citedAt: new Map(), bibliography: [], listLayout: plainLayout }
  }

  const { texts, list, listLayout } = style.print(clusters, uncited)
  const bibliography = bibliographyEntries(list, { references, ids, journal })
  const entries = new Map(bibliography.map(entry => [entry.key, entry]))
  const numbers = entryNumbers(bibliography)
  const { range } = journal.manifest
  const language = manuscript.metadata.lang ?? journal.manifest.language
  const printing = { works, entries, numbers, range, words: nameWords(journal), file }
  for (const { place, clusters: request, names, main } of asked) {
    const { node } = place
    const content = citationContent(
      {
        node,
        names: request.named.map((key, index) => ({ key, html: texts[names[index] ?? -1] ?? '' })),
        main: main === undefined ? undefined : (texts[main] ?? ''),
        items: request.main?.items ?? [],
        inserts: request.inserts,
      },
      printing,
    )
    const isPart = isNoteStyle && place.noteIndex > 0 && !place.isWholeNote
    const sentence = isNoteStyle ? withLowBackReferences(content) : content
    const printed = isPart ? asPartOfNote(sentence, place) : sentence
    citations.set(citationId(node), isolateNames(printed, language))
    if (numbers.size > 0 && !isNoteStyle && !isRaised(content[0])) tieToWord(place)
  }
  return { citations, citedAt: citedAtOf(places, { listed: entries, isNoteStyle }), bibliography, listLayout }
}

/** Ties the number to the text before it, "Snow [1]". Changes this text. */
function tieToWord({ node, before }: CitationPlace): void {
  const last = before.at(-1)
  if (node.mode === 'parenthetical' && last?.type === 'text') last.value = tiedToNext(last.value)
}

/** True for `\nocite` and, in a note style, for names without a note: neither counts as a citation. */
function isListedOnly({ form }: Citation, isNoteStyle: boolean): boolean {
  return form === 'none' || (form === 'author' && isNoteStyle)
}

/** The keys of works that are listed and not cited. */
function uncitedKeys(
  places: readonly CitationPlace[],
  { keys, isNoteStyle }: { readonly keys: ReadonlySet<string>; readonly isNoteStyle: boolean },
): readonly string[] {
  const listed = places.flatMap(({ node }) =>
    isListedOnly(node, isNoteStyle) ? node.items.map(item => item.key) : [],
  )
  return listed.includes('*') ? [...keys] : [...new Set(listed)].filter(key => keys.has(key))
}

/** Key of a listed work → the ids of its citations. */
function citedAtOf(
  places: readonly CitationPlace[],
  { listed, isNoteStyle }: { readonly listed: ReadonlyMap<string, unknown>; readonly isNoteStyle: boolean },
): ReadonlyMap<string, readonly string[]> {
  const citedAt = new Map<string, string[]>()
  for (const { node } of places) {
    if (isListedOnly(node, isNoteStyle)) continue
    for (const key of new Set(node.items.map(item => item.key))) {
      if (listed.has(key)) citedAt.set(key, [...(citedAt.get(key) ?? []), citationId(node)])
    }
  }
  return citedAt
}

function citationId(node: Citation): string {
  return node.data?.id ?? ''
}
