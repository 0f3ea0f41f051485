/**
 * What a registry answers, mostly CSL-JSON with much besides → a CSL item with what a reference list needs.
 * Left out: abstracts, subjects, funders, the references of the work, and whatever else is no field of a
 * citation.
 */

import type { CslItem } from '../../model/csl.ts'
import { isRecord } from '../../values/record.ts'
import { joinTitle } from '../join-title.ts'
import { plainText, tidyMarkup } from './tidy-markup.ts'

/** A work without a key. */
export type Work = Omit<CslItem, 'id'>

type Name = NonNullable<CslItem['author']>[number]
type CslDate = NonNullable<CslItem['issued']>
type Answer = Readonly<Record<string, unknown>>

/** Types of Crossref and DataCite that are not CSL's, where plugin-doi leaves them. */
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

/** CSL 1.0.2, the types that registries give. */
const known: readonly CslItem['type'][] = [
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
  ...[
    'title-short',
    'container-title-short',
    'publisher',
    'publisher-place',
    'event-place',
    'volume',
    'issue',
  ],
  ...['number', 'collection-number', 'number-of-pages', 'edition', 'version', 'genre', 'language'],
] as const

export function tidyItem(answer: Answer): Work {
  const subtitle = text(answer.subtitle)
  const item: Record<string, unknown> = { type: typeOf(answer) }
  const put = (name: string, value: unknown) => {
    if (value !== undefined && value !== '') item[name] = value
  }
  for (const name of titles) put(name, withoutStop(tidyMarkup(text(answer[name]))))
  for (const name of texts) put(name, plainText(text(answer[name])))
  const title = String(item.title ?? '')
  if (!title.includes(tidyMarkup(subtitle))) put('title', joinTitle(title, ': ', tidyMarkup(subtitle)))
  for (const name of ['author', 'editor', 'translator'] as const) put(name, namesOf(answer[name]))
  for (const name of ['issued', 'event-date'] as const) put(name, dateOf(answer[name]))
  put('issued', item.issued ?? dateOf(answer.published))
  // An article number stands where pages would: so CSL styles print it.
  put('page', pagesOf(text(answer.page) || text(answer['article-number'])))
  put('container-title-short', item['container-title-short'] ?? plainText(text(answer.journalAbbreviation)))
  put(
    'container-title-short',
    item['container-title-short'] ?? plainText(text(answer['short-container-title'])),
  )
  // Nobody cites the publisher of a journal.
  if (String(item.type) === 'article-journal') delete item.publisher
  if (item['container-title-short'] === item['container-title']) delete item['container-title-short']
  if (item['title-short'] === item.title) delete item['title-short']
  putEvent(answer.event, put)
  putIdentifiers(answer, put)
  return item as unknown as Work // Its fields are those of the lists above.
}

function typeOf(answer: Answer): CslItem['type'] {
  const given = text(answer.type)
  return types[given] ?? known.find(type => type === given) ?? 'document'
}

function putIdentifiers(answer: Answer, put: (name: string, value: unknown) => void): void {
  const doi = text(answer.DOI).replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, '')
  put('DOI', doi)
  put('PMID', text(answer.PMID))
  put('PMCID', text(answer.PMCID))
  // Print and web have one each; the first says which journal or book it is.
  const first = (value: unknown, pattern: RegExp) =>
    [value].flat().flatMap(one => text(one).match(pattern) ?? [])[0]
  put('ISSN', first(answer.ISSN, /\b\d{4}-?\d{3}[\dX]\b/gi))
  put('ISBN', first(answer.ISBN, /\b(?:97[89][- ]?)?(?:\d[- ]?){9}[\dX]\b/gi))
  const address = text(answer.URL)
  if (doi === '' && URL.canParse(address)) put('URL', new URL(address).href)
}

/** Crossref has an object where CSL has text. */
function putEvent(event: unknown, put: (name: string, value: unknown) => void): void {
  if (typeof event === 'string') put('event-title', tidyMarkup(event))
  if (!isRecord(event)) return
  put('event-title', tidyMarkup(text(event.name)))
  put('event-place', plainText(text(event.location)))
  put('event-date', dateOf(event.start))
}

/** The first of a list. */
function text(value: unknown): string {
  if (Array.isArray(value)) return text(value[0])
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''
}

/** PubMed ends titles with a full stop. */
function withoutStop(title: string): string {
  return title.replace(/(?<=[\p{L}\d)>]{2})\.$/u, '')
}

/** All dashes are hyphens in CSL-JSON; `1195-1195` is one page. */
function pagesOf(pages: string): string {
  const plain = plainText(pages).replace(/\s*[-\u2010-\u2015\u2212]+\s*/g, '-')
  const [, first, last] = /^([^-]+)-([^-]+)$/.exec(plain) ?? []
  return first !== undefined && first === last ? first : plain
}

function namesOf(value: unknown): readonly Name[] | undefined {
  if (!Array.isArray(value)) return undefined
  const names = value.filter(isRecord).flatMap(nameOf)
  return names.length > 0 ? names : undefined
}

/**
 * `{family: "van der Waals"}` → its particle apart, as CSL has it. A name without a given one is a group's,
 * or a person's who has but one: it is not turned round.
 */
function nameOf(person: Answer): readonly Name[] {
  const part = (name: string) => plainText(text(person[name]))
  const given = [part('given'), part('dropping-particle')].filter(Boolean).join(' ')
  const whole = part('literal') || part('name')
  const family = [part('non-dropping-particle'), part('family')].filter(Boolean).join(' ')
  if (family === '' || given === '') {
    const literal = whole || family || given
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

function dateOf(value: unknown): CslDate | undefined {
  if (!isRecord(value)) return undefined
  const written: unknown[] = Array.isArray(value['date-parts']) ? value['date-parts'] : []
  const dates = written.map(partsOf).filter(parts => parts.length > 0)
  // One date or two, of one to three numbers each.
  if (dates.length > 0) return { 'date-parts': dates.slice(0, 2) } as CslDate
  const literal = plainText(text(value.literal) || text(value.raw))
  return literal === '' ? undefined : { literal }
}

/** `[2020, 3, null]` → `[2020, 3]` */
function partsOf(parts: unknown): readonly number[] {
  if (!Array.isArray(parts)) return []
  const limits = [9999, 12, 31]
  const numbers = parts.slice(0, 3).map(part => (part === null || part === '' ? Number.NaN : Number(part)))
  const end = numbers.findIndex(
    (part, index) => !Number.isInteger(part) || part < 1 || part > (limits[index] ?? 0),
  )
  return end < 0 ? numbers : numbers.slice(0, end)
}
