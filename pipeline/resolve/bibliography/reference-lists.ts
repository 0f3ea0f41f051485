/**
 * The entries → the lists that are printed. Each work is in one list (`list-of-work.ts`), at the place that the author gave
 * it or behind the text. Where sections have lists of their own, those have what is cited in them, the
 * citations there lead to them, and the other lists have the rest.
 */
import { visit } from 'unist-util-visit'
import type { Journal } from '../../journal/index.ts'
import type { Article, ListedReference, Manuscript, ReferenceList } from '../../model/article.ts'
import { report } from '../../model/diagnostics.ts'
import type { Div, ReferenceListPlace } from '../../model/mdast.ts'
import type { ElementIds } from '../element-ids.ts'
import { leadTo } from './lead-to.ts'
import { listOfWork } from './list-of-work.ts'
import { namesReferences } from './reference-section.ts'
import { type SectionList, sectionLists } from './section-lists.ts'

export interface ReferenceListContext extends Pick<Article, 'citations' | 'bibliography' | 'citedAt'> {
  readonly manuscript: Manuscript
  readonly journal: Journal
  readonly ids: ElementIds
  /** Of lists behind the text, from `takeReferenceSection`. */
  readonly atEnd: readonly ReferenceListPlace[]
}

/** Places in `text` get the id of their list; the lists of sections are put in. */
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
    const places = citedAt.get(entry.key) ?? []
    const rest = places.filter(id => !inSections.has(id))
    return rest.length > 0 || places.length === 0 ? [{ ...entry, citedAt: rest }] : []
  })
  const written = [...inText, ...context.atEnd]
  const listOf = listOfWork(manuscript, written)
  const byName = Map.groupBy(others, ({ key }) => listOf(key))
  for (const place of written) {
    if (place.name !== 'main' && !byName.has(place.name)) reportEmpty(place, manuscript)
  }
  // A list that the author gave no place: the main one stands before the others, the rest behind them.
  const unplaced = [...byName.keys()].filter(name => !written.some(place => place.name === name))
  const behind = [
    ...unplaced.filter(name => name === 'main').map(placeOf),
    ...context.atEnd,
    ...unplaced.filter(name => name !== 'main').map(placeOf),
  ]
  const top = topOf(text)
  const listAt = (place: ReferenceListPlace): ReferenceList[] => {
    const entries = byName.get(place.name) ?? []
    // The second place of a list is none.
    byName.delete(place.name)
    if (entries.length === 0) return []
    const id = idFor(place, ids)
    place.data = { ...place.data, id }
    const isInText = inText.includes(place)
    const level = isInText && place.heading ? clampLevel(place.heading.depth - top + 2) : 2
    const heading = place.name === 'main' ? mainHeading(place, written.length > 1, label) : headingOf(place)
    return [{ id, heading, level, isInText, entries }]
  }
  const placed = [...inText, ...behind].flatMap(listAt)
  const ofSections = placeSections(text, sections, {
    ids,
    label,
    taken: new Set(others.map(({ id }) => id)),
  })
  const citations = new Map(context.citations)
  for (const { citations: own, links } of ofSections) {
    for (const id of own) citations.set(id, leadTo(citations.get(id) ?? [], links))
  }
  return { citations, referenceLists: [...ofSections.map(({ list }) => list), ...placed] }
}

interface Placing {
  readonly ids: ElementIds
  readonly label: string
  /** Ids of entries in other lists. */
  readonly taken: Set<string>
}

/** The list of each section, with the links that now lead to its entries. */
function placeSections(text: Div, sections: readonly SectionList[], { ids, label, taken }: Placing) {
  const top = topOf(text)
  const lists = sections.map(({ depth, end, citations, entries }) => {
    const links = new Map<string, string>()
    const own = entries.map(entry => {
      const id = taken.has(entry.id) ? ids.make(entry.id) : entry.id
      taken.add(id)
      links.set(`#${entry.id}`, `#${id}`)
      return { ...entry, id }
    })
    const id = ids.make('references')
    const level = clampLevel(depth - top + 3)
    const list: ReferenceList = { id, heading: label, level, isInText: true, entries: own }
    return { list, links, citations, end }
  })
  for (const { list, end } of lists.toReversed()) {
    text.children.splice(end, 0, { ...placeOf('main'), data: { id: list.id } })
  }
  return lists
}

function placeOf(name: string): ReferenceListPlace {
  return { type: 'referenceList', name, attributes: { classes: [], values: {} } }
}

/** The journal's word for what is called references; the author's where it tells lists apart. */
function mainHeading({ heading }: ReferenceListPlace, hasOthers: boolean, label: string): string {
  return heading && hasOthers && !namesReferences(heading.text) ? heading.text : label
}

/** The author's; none where a section of the text is the list's own; else its name. */
function headingOf({ heading, attributes, name, position }: ReferenceListPlace): string {
  const own = heading?.text ?? attributes.values.title
  if (own !== undefined || position) return own ?? ''
  const words = name.replace(/[-_]+/g, ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function idFor({ attributes, name }: ReferenceListPlace, ids: ElementIds): string {
  const own = attributes.id === undefined ? undefined : ids.take(attributes.id)
  return own ?? ids.make(name === 'main' ? 'references' : `references-${name}`)
}

function topOf({ children }: Div): number {
  return Math.min(...children.flatMap(node => (node.type === 'heading' ? [node.depth] : [])))
}

function clampLevel(level: number): number {
  return Math.min(6, Math.max(2, level))
}

function reportEmpty(place: ReferenceListPlace, { file }: Manuscript): void {
  report(file, 'reference-list-empty', {
    reason: `Missing works for the list \`${place.attributes.id ?? place.name}\`: none that is cited belongs to it`,
    place,
    note: 'It is left out. Its works are those of a file, `bibliography: {name: file.bib}`, or of a `type` or `keyword` that the block names.',
  })
}
