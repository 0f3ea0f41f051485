/**
 * BibTeX entries → their fields, with those that they inherit from other entries (biblatex 3.20,
 * "Cross-referencing and inheriting data"). An entry inherits by `crossref` (standard rules), by `xdata` (all
 * fields, or one piece with `xdata=key-field-2`), and a set inherits from its first member. Entries can be
 * named by any of their `ids`. An entry in a circle of references does not inherit from itself.
 */
import { ownValue } from '../../values/record.ts'
import type { BibtexEntry } from './scan-bibtex.ts'
import { splitNames } from './split-names.ts'

export interface InheritedFields {
  /** Name of a field in lower case → its LaTeX. */
  readonly fields: Readonly<Record<string, string>>
  /** Keys that a field of the entry names although the file has no such entry. */
  readonly missing: readonly { readonly field: string; readonly key: string }[]
  /** True if the entry lacks fields, as too many entries inherit from each other. */
  readonly isCut: boolean
}

type Fields = Record<string, string>

/** The greatest number of entries of which one inherits from the next. */
export const mostAncestors = 100

/** The fields that an entry hands on. */
interface Collected {
  readonly fields: Fields
  /** The number of entries of which one inherits from the next, up to this one. */
  readonly ancestors: number
  readonly isCut: boolean
}

export function inheritFields(entries: readonly BibtexEntry[]): (entry: BibtexEntry) => InheritedFields {
  const byKey = new Map<string, BibtexEntry>()
  const register = (key: string, entry: BibtexEntry) => {
    if (!byKey.has(key)) byKey.set(key, entry)
  }
  for (const entry of entries) register(entry.key, entry)
  for (const entry of entries) for (const key of listOf(entry, 'ids')) register(key, entry)
  const known = new Map<BibtexEntry, Collected>()
  return entry => {
    const missing: { field: string; key: string }[] = []
    for (const field of ['xdata', 'crossref', 'entryset']) {
      for (const key of listOf(entry, field)) if (!byKey.has(key)) missing.push({ field, key })
    }
    const { fields, isCut } = collectAll(entry, byKey, known)
    return { fields, missing, isCut }
  }
}

/**
 * Collects the fields of an entry into `known`, after those of all entries from which it inherits. An entry
 * that is met again before it is collected is in a circle, and hands on only what is written in it.
 */
function collectAll(first: BibtexEntry, entries: Entries, known: Map<BibtexEntry, Collected>): Collected {
  const open = new Set<BibtexEntry>()
  const waiting = [first]
  for (let entry = waiting.at(-1); entry; entry = waiting.at(-1)) {
    if (known.has(entry)) waiting.pop()
    else if (open.has(entry)) {
      known.set(entry, collect(entry, entries, known))
      waiting.pop()
    } else {
      open.add(entry)
      const sources = sourcesOf(entry).flatMap(key => entries.get(key) ?? [])
      waiting.push(...sources.filter(source => !known.has(source) && !open.has(source)).toReversed())
    }
  }
  return known.get(first) ?? collect(first, entries, known)
}

/** The keys of a field such as `ids = {a, b}`. */
export function listOf(entry: BibtexEntry, field: string): readonly string[] {
  const value = entry.fields.get(field)?.value ?? ''
  return value
    .split(',')
    .map(key => key.trim())
    .filter(key => key !== '')
}

type Entries = ReadonlyMap<string, BibtexEntry>

/** An item of a field that stands for a field of another entry: `xdata=key-field-2`. */
const piece = /^xdata\s*=\s*(.+?)-([a-z]+)(?:-(\d+))?$/i

/** The keys of all entries from which an entry inherits. */
function sourcesOf(entry: BibtexEntry): readonly string[] {
  const pieces = [...entry.fields.values()].flatMap(({ value }) =>
    value.includes('xdata=') ? splitNames(value).flatMap(item => piece.exec(item.trim())?.[1] ?? []) : [],
  )
  return [...['xdata', 'crossref', 'entryset'].flatMap(field => listOf(entry, field)), ...pieces]
}

/** The fields of an entry. The entries from which it inherits are in `known`. */
function collect(
  entry: BibtexEntry,
  entries: Entries,
  known: ReadonlyMap<BibtexEntry, Collected>,
): Collected {
  let ancestors = 0
  let isCut = false
  const fieldsOf = (source: BibtexEntry): Fields => {
    const collected = known.get(source)
    if (!collected) return source === entry ? {} : writtenFields(source)
    if (collected.ancestors === mostAncestors) {
      isCut = true
      return {}
    }
    ancestors = Math.max(ancestors, collected.ancestors + 1)
    return collected.fields
  }
  const sourceFields = (key: string) => {
    const source = entries.get(key)
    return source && fieldsOf(source)
  }
  const fields: Fields = {}
  for (const [name, { value }] of entry.fields)
    fields[name] = value.includes('xdata=') ? fillPieces(value, sourceFields) : value
  const parents = (field: string) => listOf(entry, field).flatMap(key => entries.get(key) ?? [])
  for (const parent of parents('xdata')) {
    const { ids: _, xdata: __, ...data } = fieldsOf(parent)
    addMissing(fields, data)
  }
  for (const parent of parents('crossref'))
    addMissing(fields, inherited(entry.type, parent.type, fieldsOf(parent)))
  const [member] = entry.type === 'set' ? parents('entryset') : []
  if (member) addMissing(fields, { ...fieldsOf(member), ids: '' })
  return { fields, ancestors, isCut }
}

function writtenFields({ fields }: BibtexEntry): Fields {
  return Object.fromEntries([...fields].map(([name, { value }]) => [name, value]))
}

/** Adds inherited fields that the entry lacks. An entry with any part of a date inherits no other part. */
function addMissing(fields: Fields, data: Readonly<Record<string, string | undefined>>): void {
  const isDated = dateFields.some(name => fields[name] !== undefined)
  for (const [name, value] of Object.entries(data)) {
    if (value === undefined || value === '' || Object.hasOwn(fields, name)) continue
    if (isDated && dateFields.includes(name)) continue
    fields[name] = value
  }
}

const dateFields = ['date', 'year', 'month', 'day']

/**
 * Replaces `xdata=key-field` by that field of the entry `key`; `xdata=key-field-2` by the field's second
 * item.
 */
function fillPieces(value: string, fieldsOf: (key: string) => Fields | undefined): string {
  return splitNames(value)
    .map(item => {
      const [, key = '', field = '', index] = piece.exec(item.trim()) ?? []
      const fields = fieldsOf(key)
      if (!fields) return item
      const inheritedValue = ownValue(fields, field.toLowerCase())
      if (!inheritedValue || index === undefined) return inheritedValue ?? item
      return splitNames(inheritedValue)[Number(index) - 1] ?? item
    })
    .join(' and ')
    .trim()
}

/** The fields of a parent, renamed for the child: the `title` of a book is the `booktitle` of its chapter. */
function inherited(
  type: string,
  parentType: string,
  data: Fields,
): Readonly<Record<string, string | undefined>> {
  const kept = Object.fromEntries(Object.entries(data).filter(([name]) => !notInherited.has(name)))
  if (bookParts.has(type) && (parentType === 'book' || parentType === 'mvbook'))
    kept.bookauthor ??= data.author ?? ''
  const prefix = titlePrefix(type, parentType)
  if (prefix === undefined) return kept
  const { title, subtitle, titleaddon, ...others } = kept
  for (const name of ['shorttitle', 'sorttitle', 'indextitle', 'indexsorttitle']) delete others[name]
  return {
    ...others,
    [`${prefix}title`]: title ?? others[`${prefix}title`],
    [`${prefix}subtitle`]: subtitle,
    ...(prefix !== 'journal' && { [`${prefix}titleaddon`]: titleaddon }),
  }
}

/** The kind of title that the parent's title becomes in the child. */
function titlePrefix(type: string, parentType: string): 'main' | 'book' | 'journal' | undefined {
  if (parentType.startsWith('mv')) return 'main'
  if (parentType === 'periodical') return 'journal'
  return partTypes.has(type) && ['book', 'collection', 'reference', 'proceedings'].includes(parentType)
    ? 'book'
    : undefined
}

const bookParts: ReadonlySet<string> = new Set(['inbook', 'bookinbook', 'suppbook'])
const partTypes: ReadonlySet<string> = new Set([
  ...bookParts,
  'incollection',
  'inreference',
  'suppcollection',
  'inproceedings',
  'conference',
])
const notInherited: ReadonlySet<string> = new Set(
  `ids crossref xref entryset entrysubtype execute label options presort related relatedoptions
  relatedstring relatedtype shorthand shorthandintro sortkey`.split(/\s+/),
)
