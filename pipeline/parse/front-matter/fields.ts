/**
 * The keys of one file's metadata → a draft with the values at their places in the schema, and the values
 * about people, which `people.ts` reads. Each key is used, recognised as a key of another tool, or reported.
 */

import { ownValue } from '../../values/record.ts'
import type { Draft } from './draft.ts'
import { type Candidate, type Fields, FieldWriter } from './field-writer.ts'
import { foreignTool, isDecidedByJournal } from './foreign-keys.ts'
import { readDefinitions } from './macros.ts'
import type { Reading } from './reading.ts'
import { foreignMaps, isMapKey, keysInMap, meaningOf, topKeys } from './top-keys.ts'
import { isEmpty, kebab, type MapEntry, type MapNode, type ValueNode } from './value-node.ts'

const preambles: ReadonlySet<string> = new Set(['header-includes', 'include-in-header', 'preamble'])

export function readFields(node: MapNode, reading: Reading): Fields {
  const candidates: Candidate[] = []
  const definitions: Draft[] = []
  for (const entry of node.entries) collect(entry, { candidates, definitions, reading })
  candidates.sort((a, b) => a.meaning.rank - b.meaning.rank)
  const writer = new FieldWriter(node.origin, reading)
  for (const candidate of candidates) writer.put(candidate)
  for (const macros of definitions) writer.merge('macros', macros)
  return writer
}

interface Collection {
  readonly candidates: Candidate[]
  readonly definitions: Draft[]
  readonly reading: Reading
}

function collect(entry: MapEntry, collection: Collection): void {
  const key = kebab(entry.key)
  const { candidates, definitions, reading } = collection
  if (preambles.has(key)) {
    const macros = readDefinitions(entry.node)
    if (macros) definitions.push(macros)
  }
  if (key === 'format' || key === 'output') collectFormats(entry.node, collection)
  // In MyST, `parts: {abstract: …}` means the same as `abstract: …` at the top.
  if (key === 'parts' && entry.node.type === 'map') {
    for (const inner of entry.node.entries) collect(inner, collection)
    return
  }
  const inside = insideOf(key, entry.node)
  if (inside) {
    for (const inner of inside) {
      const meaning = meaningOf(kebab(inner.key), key)
      if (meaning) {
        if (!isEmpty(inner.node)) candidates.push({ meaning, entry: inner, key: kebab(inner.key) })
      } else if (key === 'crossref' && isDecided(inner)) reading.journalDecides(inner.keyOrigin)
      else if (ownValue(foreignMaps, key) !== undefined)
        reading.ignore(inner.keyOrigin, `for ${ownValue(foreignMaps, key)}`)
      else reading.unknownKey(inner.keyOrigin, kebab(inner.key), keysInMap(key))
    }
    return
  }
  // Quarto's map of words that are printed: `language: {section-title-abstract: Summary}`.
  if (key === 'language' && entry.node.type === 'map') {
    reading.journalDecides(entry.keyOrigin)
    return
  }
  const language = /^(abstract|keywords)-([a-z]{2})$/.exec(key)
  const meaning = meaningOf(language?.[1] ?? key)
  if (meaning) {
    if (isEmpty(entry.node)) reading.ignore(entry.keyOrigin, 'empty')
    else candidates.push({ meaning, entry: language ? inLanguage(entry, language[2] ?? '') : entry, key })
    return
  }
  const tool = foreignTool('top', key) ?? (isMapKey(key) ? ownValue(foreignMaps, key) : undefined)
  if (isDecided(entry)) reading.journalDecides(entry.keyOrigin)
  else if (tool === undefined) reading.unknownKey(entry.keyOrigin, key, topKeys)
  else reading.ignore(entry.keyOrigin, `for ${tool}`)
}

/**
 * The keys about pages in Quarto's `format: {pdf: {…}}` and R Markdown's `output: {pdf_document: {…}}` mean
 * the same as at the top, and go before those.
 */
function collectFormats(formats: ValueNode, { candidates, reading }: Collection): void {
  if (formats.type !== 'map') return
  const ofPages = formats.entries.filter(({ key }) => /pdf|latex|typst/i.test(key))
  for (const { node } of ofPages) {
    for (const entry of node.type === 'map' ? node.entries : []) {
      const key = kebab(entry.key)
      const meaning = meaningOf(key)
      if (meaning?.path[0] === 'look' && !isEmpty(entry.node)) {
        const rank = meaning.rank - (meaning.rank % 1000) - 1
        candidates.push({ meaning: { ...meaning, rank }, entry, key })
      } else if (isDecided(entry)) reading.journalDecides(entry.keyOrigin)
    }
  }
}

/**
 * True for a key about the look of the article, unless it asks for nothing or for plain numbers. A list under
 * `toc` names the files of a MyST project.
 */
function isDecided({ key, node }: MapEntry): boolean {
  if (key === 'toc' && node.type !== 'scalar') return false
  const isOff =
    isEmpty(node) || (node.type === 'scalar' && /^(?:false|no|off|arabic)$/i.test(node.text.trim()))
  return !isOff && isDecidedByJournal(kebab(key))
}

/** `abstract_de: …` → `abstract: {de: …}` */
function inLanguage(entry: MapEntry, language: string): MapEntry {
  const { keyOrigin, node } = entry
  return {
    ...entry,
    node: { type: 'map', entries: [{ key: language, keyOrigin, node }], origin: node.origin },
  }
}

/**
 * The entries of a map whose keys have meanings of their own. A list of maps is read like one map:
 * `[{long: …}, {short: …}]`.
 */
function insideOf(key: string, node: ValueNode): readonly MapEntry[] | undefined {
  if (!isMapKey(key)) return undefined
  const entries =
    node.type === 'map'
      ? node.entries
      : node.type === 'list' && node.items.every(item => item.type === 'map')
        ? node.items.flatMap(item => (item.type === 'map' ? item.entries : []))
        : []
  const isSpread =
    // A single affiliation also has the key `institution`. Only a map with lists describes the whole article.
    key === 'affiliation'
      ? node.type === 'map' &&
        entries.some(inner => meaningOf(kebab(inner.key), key) && inner.node.type === 'list')
      : entries.some(inner => meaningOf(kebab(inner.key), key)) ||
        (node.type === 'map' && Object.hasOwn(foreignMaps, key))
  return isSpread && entries.length > 0 ? entries : undefined
}
