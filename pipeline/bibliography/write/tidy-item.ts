/**
 * The answer of a registry (CSL-JSON with additional fields) → a CSL item with the fields that a reference
 * list needs. Abstracts, subjects, funders, the references of the work and other fields are left out.
 */

import type { CslItem } from '../../model/csl.ts'
import { isRecord, ownValue } from '../../values/record.ts'
import { joinTitle } from '../join-title.ts'
import { plainText, tidyMarkup } from './tidy-markup.ts'

/** A work without a key. */
export type Work = Omit<CslItem, 'id'>

type Name = NonNullable<CslItem['author']>[number]
type CslDate = NonNullable<CslItem['issued']>
type Answer = Readonly<Record<string, unknown>>

/**
 * Types of Crossref and DataCite that CSL does not have and that plugin-doi does not translate → CSL types.
 */
const types: Readonly<Record<string, CslItem['type']>> = {
  'book-part': 'chapter',
  'book-section': 'chapter',
  'book-series': 'book',
  'book-set': 'book',
  'edited-book': 'book',
  monograph: 'book',
  'peer-review': 'review',
  proceedings: 'book',
  'reference-book': 'book',
  'reference-entry': 'entry-encyclopedia',
  'report-component': 'report',
}

/** The types of CSL 1.0.2 that registries use. */
const cslTypes: readonly CslItem['type'][] = [
  'article',
  'article-journal',
  'article-magazine',
  'article-newspaper',
  'book',
  'chapter',
  'dataset',
  'document',
  'entry',
  'entry-dictionary',
  'entry-encyclopedia',
  'graphic',
  'manuscript',
  'map',
  'motion_picture',
  'paper-conference',
  'patent',
  'periodical',
  'post',
  'post-weblog',
  'report',
  'review',
  'software',
  'song',
  'speech',
  'standard',
  'thesis',
  'webpage',
]

const titles = ['title', 'container-title', 'collection-title', 'event-title'] as const
const texts = [
  'title-short',
  'container-title-short',
  'publisher',
  'publisher-place',
  'event-place',
  'volume',
  'issue',
  'number',
  'collection-number',
  'number-of-pages',
  'edition',
  'version',
  'genre',
  'language',
] as const

export function tidyItem(answer: Answer): Work {
  const subtitle = text(answer.subtitle)
  const item: Record<string, unknown> = { type: tidyType(answer) }
  const put = (name: string, value: unknown) => {
    if (value !== undefined && value !== '') item[name] = value
  }
  for (const name of titles) put(name, withoutStop(tidyMarkup(text(answer[name]))))
  for (const name of texts) put(name, plainText(text(answer[name])))
  const title = String(item.title ?? '')
  if (!title.includes(tidyMarkup(subtitle))) put('title', joinTitle(title, ': ', tidyMarkup(subtitle)))
  for (const name of ['author', 'editor', 'translator'] as const) put(name, tidyNames(answer[name]))
  for (const name of ['issued', 'event-date'] as const) put(name, tidyDate(answer[name]))
  put('issued', item.issued ?? tidyDate(answer.published))
  // CSL styles print `page` but rarely `number`: an article number is written as a page.
  put('page', tidyPages(text(answer.page) || text(answer['article-number'])))
  put('container-title-short', item['container-title-short'] ?? plainText(text(answer.journalAbbreviation)))
  put(
    'container-title-short',
    item['container-title-short'] ?? plainText(text(answer['short-container-title'])),
  )
  // References to journal articles do not name the publisher.
  if (String(item.type) === 'article-journal') delete item.publisher
  if (item['container-title-short'] === item['container-title']) delete item['container-title-short']
  if (item['title-short'] === item.title) delete item['title-short']
  putEvent(answer.event, put)
  putIdentifiers(answer, put)
  return item as unknown as Work // All its fields come from the lists above and have the types of CSL.
}

function tidyType(answer: Answer): CslItem['type'] {
  const given = text(answer.type)
  return ownValue(types, given) ?? cslTypes.find(type => type === given) ?? 'document'
}

function putIdentifiers(answer: Answer, put: (name: string, value: unknown) => void): void {
  const doi = text(answer.DOI).replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, '')
  put('DOI', doi)
  put('PMID', text(answer.PMID))
  put('PMCID', text(answer.PMCID))
  // The first of several numbers. Print and web editions have a number each; one is enough to identify the
  // journal or book.
  const first = (value: unknown, pattern: RegExp) =>
    [value].flat().flatMap(number => text(number).match(pattern) ?? [])[0]
  put('ISSN', first(answer.ISSN, /\b\d{4}-?\d{3}[\dX]\b/gi))
  put('ISBN', first(answer.ISBN, /\b(?:97[89][- ]?)?(?:\d[- ]?){9}[\dX]\b/gi))
  const address = text(answer.URL)
  if (doi === '' && URL.canParse(address)) put('URL', new URL(address).href)
}

/** Writes the event as a text, as CSL expects it. Crossref gives an object. */
function putEvent(event: unknown, put: (name: string, value: unknown) => void): void {
  if (typeof event === 'string') put('event-title', tidyMarkup(event))
  if (!isRecord(event)) return
  put('event-title', tidyMarkup(text(event.name)))
  put('event-place', plainText(text(event.location)))
  put('event-date', tidyDate(event.start))
}

/** A text or number as text; of a list, its first item; empty for other values. */
function text(value: unknown): string {
  if (Array.isArray(value)) return text(value[0])
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''
}

/** Removes the full stop with which PubMed ends titles. */
function withoutStop(title: string): string {
  return title.replace(/(?<=[\p{L}\d)>]{2})\.$/u, '')
}

/** Replaces all dashes by hyphens, as in CSL-JSON, and `1195-1195` by a single page. */
function tidyPages(pages: string): string {
  const plain = plainText(pages).replace(/\s*[-\u2010-\u2015\u2212]+\s*/g, '-')
  const [, first, last] = /^([^-]+)-([^-]+)$/.exec(plain) ?? []
  return first !== undefined && first === last ? first : plain
}

function tidyNames(value: unknown): readonly Name[] | undefined {
  if (!Array.isArray(value)) return undefined
  const names = value.filter(isRecord).flatMap(tidyName)
  return names.length > 0 ? names : undefined
}

/**
 * Splits the particle from the family name, as CSL does: `van der Waals` → `van der` and `Waals`. A name
 * without a given name is literal, so that no style inverts it: it is a group, or a person with one name.
 */
function tidyName(person: Answer): readonly Name[] {
  const part = (name: string) => plainText(text(person[name]))
  const given = [part('given'), part('dropping-particle')].filter(Boolean).join(' ')
  const fullName = part('literal') || part('name')
  const family = [part('non-dropping-particle'), part('family')].filter(Boolean).join(' ')
  if (family === '' || given === '') {
    const literal = fullName || family || given
    return literal === '' ? [] : [{ literal }]
  }
  const [, particle, rest] = /^((?:\p{Ll}[\p{Ll}'’]*\s+)+)(\p{Lu}.*)$/u.exec(family) ?? []
  const suffix = part('suffix')
  return [
    {
      family: rest ?? family,
      given,
      ...(particle !== undefined && { 'non-dropping-particle': particle.trim() }),
      ...(suffix !== '' && { suffix }),
    },
  ]
}

function tidyDate(value: unknown): CslDate | undefined {
  if (!isRecord(value)) return undefined
  const written: unknown[] = Array.isArray(value['date-parts']) ? value['date-parts'] : []
  const dates = written.map(datePartsUpToGap).filter(parts => parts.length > 0)
  // The cast is safe: one date or two, each of one to three numbers.
  if (dates.length > 0) return { 'date-parts': dates.slice(0, 2) } as CslDate
  const literal = plainText(text(value.literal) || text(value.raw))
  return literal === '' ? undefined : { literal }
}

/** The parts of a date up to the first that is missing: `[2020, 3, null]` → `[2020, 3]`. */
function datePartsUpToGap(parts: unknown): readonly number[] {
  if (!Array.isArray(parts)) return []
  const limits = [9999, 12, 31]
  const numbers = parts.slice(0, 3).map(part => (part === null || part === '' ? Number.NaN : Number(part)))
  const end = numbers.findIndex(
    (part, index) => !Number.isInteger(part) || part < 1 || part > (limits[index] ?? 0),
  )
  return end < 0 ? numbers : numbers.slice(0, end)
}
