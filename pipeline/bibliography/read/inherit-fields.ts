/**
 * What entries take from others (biblatex 3.20, "Cross-referencing and inheriting data"): `crossref` by the
 * standard rules, `xdata` as a whole and piece by piece (`xdata=key-field-2`), and a set from its first
 * member. An entry may be named by any of its `ids`. Circles end where they close.
 */
import type { BibtexEntry } from './scan-bibtex.ts'
import { splitNames } from './split-names.ts'

export interface InheritedFields {
  /** LaTeX by the names of the fields in lower case. */
  readonly fields: Readonly<Record<string, string>>
  /** Keys that it names and that are not there, by field. */
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
  const own: Fields = {}
  for (const [name, { value }] of entry.fields)
    own[name] = value.includes('xdata=') ? fillPieces(value, entries, path) : value
  const parents = (field: string) =>
    listOf(entry, field).flatMap(key => {
      const parent = entries.get(key)
      return parent && !path.includes(parent) ? [parent] : []
    })
  for (const parent of parents('xdata')) {
    const { ids: _, xdata: __, ...data } = collect(parent, entries, [...path, parent])
    lay(own, data)
  }
  for (const parent of parents('crossref'))
    lay(own, inherited(entry.type, parent.type, collect(parent, entries, [...path, parent])))
  const [member] = entry.type === 'set' ? parents('entryset') : []
  if (member) lay(own, { ...collect(member, entries, [...path, member]), ids: '' })
  return own
}

/** What is there stays. A child with a date of its own takes no part of another. */
function lay(own: Fields, data: Readonly<Record<string, string | undefined>>): void {
  const isDated = dateFields.some(name => own[name] !== undefined)
  for (const [name, value] of Object.entries(data)) {
    if (value === undefined || value === '' || own[name] !== undefined) continue
    if (isDated && dateFields.includes(name)) continue
    own[name] = value
  }
}

const dateFields = ['date', 'year', 'month', 'day']

/** `xdata=key-field` in a value or in an item of its list; `-2` asks for the second item of that field. */
function fillPieces(value: string, entries: Entries, path: readonly BibtexEntry[]): string {
  return splitNames(value)
    .map(item => {
      const [, key = '', field = '', index] =
        /^xdata\s*=\s*(.+?)-([a-z]+)(?:-(\d+))?$/i.exec(item.trim()) ?? []
      const source = entries.get(key)
      if (!source || path.includes(source)) return item
      const found = collect(source, entries, [...path, source])[field.toLowerCase()]
      return (index === undefined ? found : found && splitNames(found)[Number(index) - 1]) ?? item
    })
    .join(' and ')
    .trim()
}

/** The fields of a parent under the names that the child has for them. */
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

/** In which title of the child the parent's title goes. */
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
  ...['incollection', 'inreference', 'suppcollection', 'inproceedings', 'conference'],
])
const notInherited: ReadonlySet<string> = new Set(
  `ids crossref xref entryset entrysubtype execute label options presort related relatedoptions
  relatedstring relatedtype shorthand shorthandintro sortkey`.split(/\s+/),
)
