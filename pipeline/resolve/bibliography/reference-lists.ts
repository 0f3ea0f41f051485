/**
 * The entries → the lists that are printed. Each work is in one list (`list-of-work.ts`), which is printed at
 * the place that the author gave it, else after the text. If sections have lists too, each contains the works
 * that are cited in its section, the citations there lead to it, and the other lists contain the rest.
 */

import type { Journal } from '../../journal/index.ts'
import type { Article, ListedReference, Manuscript, ReferenceList } from '../../model/article.ts'
import { report } from '../../model/diagnostics.ts'
import type { Div, ReferenceListPlace } from '../../model/mdast.ts'
import { visit } from '../../model/visit.ts'
import type { ElementIds } from '../element-ids.ts'
import { leadTo } from './lead-to.ts'
import { listOfWork } from './list-of-work.ts'
import { namesReferences } from './reference-section.ts'
import { type SectionList, sectionLists } from './section-lists.ts'

interface ReferenceListContext extends Pick<Article, 'citations' | 'bibliography' | 'citedAt'> {
  readonly manuscript: Manuscript
  readonly journal: Journal
  readonly ids: ElementIds
  /** The places of lists after the text, from `takeReferenceSection`. */
  readonly atEnd: readonly ReferenceListPlace[]
}

/**
 * Makes the lists that are printed. Changes `text`: places of lists get the ids of their lists, and places
 * for the lists of sections are added.
 */
export function resolveReferenceLists(
  text: Div,
  context: ReferenceListContext,
): Pick<Article, 'citations' | 'referenceLists'> {
  const { manuscript, journal, ids, citedAt, bibliography } = context
  const label = journal.manifest.labels.references
  const inText: ReferenceListPlace[] = []
  visit(text, 'referenceList', node => {
    inText.push(node)
  })
  const sections = sectionLists(text, manuscript.metadata['reference-section-level'], context)
  const inSections = new Set(sections.flatMap(section => [...section.citations]))
  const others = bibliography.flatMap((entry): ListedReference[] => {
    const citations = citedAt.get(entry.key) ?? []
    const rest = citations.filter(id => !inSections.has(id))
    return rest.length > 0 || citations.length === 0 ? [{ ...entry, citedAt: rest }] : []
  })
  const places = [...inText, ...context.atEnd]
  const listOf = listOfWork(manuscript, places)
  const byName = Map.groupBy(others, ({ key }) => listOf(key))
  for (const place of places) {
    if (place.name !== 'main' && !byName.has(place.name)) reportEmpty(place, manuscript)
  }
  // Among the lists after the text, a main list without a place comes first, and other lists without a place
  // last.
  const unplaced = [...byName.keys()].filter(name => !places.some(place => place.name === name))
  const afterText = [
    ...unplaced.filter(name => name === 'main').map(listPlace),
    ...context.atEnd,
    ...unplaced.filter(name => name !== 'main').map(listPlace),
  ]
  const top = topOf(text)
  const listAt = (place: ReferenceListPlace): ReferenceList[] => {
    const entries = byName.get(place.name) ?? []
    // A list is printed at its first place only.
    byName.delete(place.name)
    if (entries.length === 0) return []
    const id = idFor(place, ids)
    place.data = { ...place.data, id }
    const isInText = inText.includes(place)
    const level = isInText && place.heading ? clampLevel(place.heading.depth - top + 2) : 2
    const heading = place.name === 'main' ? mainHeading(place, label) : namedHeading(place)
    return [{ id, heading, level, isInText, entries }]
  }
  const placed = [...inText, ...afterText].flatMap(listAt)
  const ofSections = placeSections(text, sections, {
    ids,
    label,
    taken: new Set(others.map(({ id }) => id)),
  })
  const citations = new Map(context.citations)
  for (const { citations: inSection, links } of ofSections) {
    for (const id of inSection) citations.set(id, leadTo(citations.get(id) ?? [], links))
  }
  return { citations, referenceLists: [...ofSections.map(({ list }) => list), ...placed] }
}

interface Placing {
  readonly ids: ElementIds
  readonly label: string
  /** Ids that entries in other lists have already. */
  readonly taken: Set<string>
}

/**
 * Puts a place for a list at the end of each section of `text`. Returns the lists, with the new addresses of
 * their entries.
 */
function placeSections(text: Div, sections: readonly SectionList[], { ids, label, taken }: Placing) {
  const top = topOf(text)
  const lists = sections.map(({ depth, end, citations, entries }) => {
    const links = new Map<string, string>()
    const listed = entries.map(entry => {
      const id = taken.has(entry.id) ? ids.make(entry.id) : entry.id
      taken.add(id)
      links.set(`#${entry.id}`, `#${id}`)
      return { ...entry, id }
    })
    const id = ids.make('references')
    const level = clampLevel(depth - top + 3)
    const list: ReferenceList = { id, heading: label, level, isInText: true, entries: listed }
    return { list, links, citations, end }
  })
  for (const { list, end } of lists.toReversed()) {
    text.children.splice(end, 0, { ...listPlace('main'), data: { id: list.id } })
  }
  return lists
}

function listPlace(name: string): ReferenceListPlace {
  return { type: 'referenceList', name, attributes: { classes: [], values: {} } }
}

/** The author's heading if it says more than that references follow, else the journal's word for them. */
function mainHeading({ heading }: ReferenceListPlace, label: string): string {
  return heading && heading.text !== '' && !namesReferences(heading.text) ? heading.text : label
}

/**
 * The author's heading. A list with a place in the text may have no heading; any other list is called by its
 * name.
 */
function namedHeading({ heading, attributes, name, position }: ReferenceListPlace): string {
  const written = heading?.text ?? attributes.values.title
  if (written !== undefined || position) return written ?? ''
  const words = name.replace(/[-_]+/g, ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function idFor({ attributes, name }: ReferenceListPlace, ids: ElementIds): string {
  const authorId = attributes.id === undefined ? undefined : ids.take(attributes.id)
  return authorId ?? ids.make(name === 'main' ? 'references' : `references-${name}`)
}

/** The highest level of headings in the text. */
function topOf({ children }: Div): number {
  return Math.min(...children.flatMap(node => (node.type === 'heading' ? [node.depth] : [])))
}

function clampLevel(level: number): number {
  return Math.min(6, Math.max(2, level))
}

function reportEmpty(place: ReferenceListPlace, { file }: Manuscript): void {
  report(file, 'reference-list-empty', {
    reason: `Missing works for the list \`${place.attributes.id ?? place.name}\`: no cited work belongs to it`,
    place,
    note: 'It is left out. A list gets the works of a file, `bibliography: {name: file.bib}`, or of a `type` or `keyword` that its block names.',
  })
}
