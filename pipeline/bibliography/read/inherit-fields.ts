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
}

type Fields = Record<string, string>

export function inheritFields(entries: readonly BibtexEntry[]): (entry: BibtexEntry) => InheritedFields {
  const byKey = new Map<string, BibtexEntry>()
  const register = (key: string, entry: BibtexEntry) => {
    if (!byKey.has(key)) byKey.set(key, entry)
  }
  for (const entry of entries) register(entry.key, entry)
  for (const entry of entries) for (const key of listOf(entry, 'ids')) register(key, entry)
  return entry => {
    const missing: { field: string; key: string }[] = []
    for (const field of ['xdata', 'crossref', 'entryset']) {
      for (const key of listOf(entry, field)) if (!byKey.has(key)) missing.push({ field, key })
    }
    return { fields: collect(entry, byKey, [entry]), missing }
  }
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

function collect(entry: BibtexEntry, entries: Entries, path: readonly BibtexEntry[]): Fields {
  const fields: Fields = {}
  for (const [name, { value }] of entry.fields)
    fields[name] = value.includes('xdata=') ? fillPieces(value, entries, path) : value
  const parents = (field: string) =>
    listOf(entry, field).flatMap(key => {
      const parent = entries.get(key)
      return parent && !path.includes(parent) ? [parent] : []
    })
  for (const parent of parents('xdata')) {
    const { ids: _, xdata: __, ...data } = collect(parent, entries, [...path, parent])
    addMissing(fields, data)
  }
  for (const parent of parents('crossref'))
    addMissing(fields, inherited(entry.type, parent.type, collect(parent, entries, [...path, parent])))
  const [member] = entry.type === 'set' ? parents('entryset') : []
  if (member) addMissing(fields, { ...collect(member, entries, [...path, member]), ids: '' })
  return fields
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
function fillPieces(value: string, entries: Entries, path: readonly BibtexEntry[]): string {
  return splitNames(value)
    .map(item => {
      const [, key = '', field = '', index] =
        /^xdata\s*=\s*(.+?)-([a-z]+)(?:-(\d+))?$/i.exec(item.trim()) ?? []
      const source = entries.get(key)
      if (!source || path.includes(source)) return item
      const inheritedValue = ownValue(collect(source, entries, [...path, source]), field.toLowerCase())
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
