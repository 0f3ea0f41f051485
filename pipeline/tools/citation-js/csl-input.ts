/**
 * CSL-JSON of any source → CSL-JSON that citeproc can format. Numbers become text, names become lists of
 * names, dates must exist in a calendar, and values without a meaning are dropped. CSL-JSON (CSL 1.0.2,
 * "csl-data.json") allows numbers where citeproc expects text and stops, and bibliographies contain values
 * that no schema allows.
 */

import type { CslItem } from '../../model/csl.ts'
import { isRecord, ownValue } from '../../values/record.ts'
import { citeprocId, isInherited } from './citeproc-ids.ts'

type Fields = Readonly<Record<string, unknown>>

/** The types of CSL 1.0.2, appendix III, and the types of CSL-M that common styles test for. */
const types: ReadonlySet<string> = new Set(
  `article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset
  document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation
  manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical
  personal_communication post post-weblog regulation report review review-book software song speech standard thesis
  treaty webpage gazette legal_commentary video`.split(/\s+/),
)

/** Types as other tools write them → types of CSL. */
const typeNames: Readonly<Record<string, string>> = {
  'journal-article': 'article-journal',
  'book-chapter': 'chapter',
  'book-part': 'chapter',
  'book-section': 'chapter',
  monograph: 'book',
  'edited-book': 'book',
  'proceedings-article': 'paper-conference',
  'posted-content': 'article',
  preprint: 'article',
  dissertation: 'thesis',
  'report-series': 'report',
  website: 'webpage',
}

const nameVariables: ReadonlySet<string> = new Set(
  `author chair collection-editor compiler composer container-author contributor curator director editor
  editor-translator editorial-director executive-producer guest host illustrator interviewer narrator organizer
  original-author performer producer recipient reviewed-author script-writer series-creator translator
  commenter`.split(/\s+/),
)

const dateVariables: ReadonlySet<string> = new Set(
  'accessed available-date event-date issued original-date submitted locator-date original-publication-date'.split(
    ' ',
  ),
)

/** A work that citeproc can format, whatever `item` contains. `id` becomes text. */
export function cslInput(item: Fields & { readonly id: unknown }): CslItem {
  const values = Object.entries(item).flatMap(([name, value]): [string, unknown][] => {
    const read = readValue(name, value)
    return read === undefined || isInherited(name) ? [] : [[name, read]]
  })
  return { ...Object.fromEntries(values), id: citeprocId(String(item.id)), type: typeOf(item.type) }
}

function readValue(name: string, value: unknown): unknown {
  if (nameVariables.has(name)) return namesOf(value)
  if (dateVariables.has(name)) return dateOf(value)
  // citeproc reads multilingual forms itself.
  if (name === 'multi' && isRecord(value)) return value
  const text = textOf(value)
  // citeproc looks languages up in plain objects.
  return name === 'language' && text?.split('-').some(isInherited) ? undefined : text
}

function typeOf(value: unknown): string {
  const name = typeof value === 'string' ? value.trim() : ''
  if (types.has(name)) return name
  const lower = name.toLowerCase()
  return types.has(lower) ? lower : (ownValue(typeNames, lower) ?? 'document')
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  if (!Array.isArray(value)) return undefined
  // Registries answer with lists of titles, keywords and ISSNs.
  const texts = value.map(textOf).filter(text => text !== undefined && text !== '')
  return texts.length > 0 ? texts.join(', ') : undefined
}

function namesOf(value: unknown): readonly Fields[] | undefined {
  const names = (Array.isArray(value) ? value : [value]).flatMap(nameOf)
  return names.length > 0 ? names : undefined
}

const nameParts = ['family', 'given', 'literal', 'suffix', 'dropping-particle', 'non-dropping-particle']

function nameOf(value: unknown): readonly Fields[] {
  if (!isRecord(value)) {
    const literal = textOf(value)?.trim()
    return literal ? [{ literal }] : []
  }
  const parts = nameParts.flatMap((part): [string, string][] => {
    const text = textOf(value[part])
    return text === undefined ? [] : [[part, text]]
  })
  const others = Object.entries(value).filter(
    ([part, other]) => !nameParts.includes(part) && !isInherited(part) && !isEmpty(other),
  )
  const isName = parts.some(([part, text]) => !part.includes('particle') && part !== 'suffix' && text !== '')
  // Crossref writes the name of an institution as `name`.
  const literal = isName ? undefined : textOf(value.name)
  if (literal === undefined && !isName) return []
  return [
    Object.fromEntries<unknown>([...others, ...parts, ...(literal ? [['literal', literal] as const] : [])]),
  ]
}

/** A date with parts or with words; `undefined` if there are neither. */
function dateOf(value: unknown): Fields | undefined {
  if (!isRecord(value)) {
    const text = textOf(value)?.trim()
    if (!text) return undefined
    const parts = isoParts(text)
    return parts ? { 'date-parts': parts } : { raw: text }
  }
  const { 'date-parts': written, ...rest } = value
  const words = Object.fromEntries(
    Object.entries(rest).flatMap(([key, part]): [string, unknown][] => {
      if (key === 'circa' && part !== '' && part !== undefined && part !== null) return [[key, part]]
      const text = textOf(part)
      return text === undefined || text === '' ? [] : [[key, text]]
    }),
  )
  const parts = (Array.isArray(written) ? written : []).slice(0, 2).map(partsOf)
  const [first, second] = parts
  if (first && first.length > 0) {
    // An end without a year is dropped; `[0]` means that the range is open.
    return { ...words, 'date-parts': second && second.length > 0 ? [first, second] : [first] }
  }
  const isSaid = ['raw', 'literal', 'year', 'edtf'].some(key => key in words)
  return isSaid ? words : undefined
}

/** Year, month and day, up to the first invalid one; a month from 13 to 24 is a season. */
function partsOf(written: unknown): readonly number[] {
  const parts: number[] = []
  for (const [index, value] of (Array.isArray(written) ? written : [written]).slice(0, 3).entries()) {
    const text = textOf(value)?.trim() ?? ''
    const number = /^-?\d+$/.test(text) ? Number(text) : Number.NaN
    const isPart =
      index === 0 ? !Number.isNaN(number) : index === 1 ? isBetween(number, 1, 24) : isBetween(number, 1, 31)
    if (!isPart) break
    parts.push(number)
  }
  return parts
}

function isBetween(number: number, low: number, high: number): boolean {
  return number >= low && number <= high
}

/** Reads `2015`, `2015-03`, `2015-03-31`, or two of these with a slash between them. */
function isoParts(text: string): readonly (readonly number[])[] | undefined {
  const dates = text.split('/')
  if (dates.length > 2 || !dates.every(date => /^\d{4}(-\d\d?){0,2}$/.test(date))) return undefined
  return dates.map(date => partsOf(date.split('-')))
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === ''
}
