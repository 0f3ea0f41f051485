/**
 * A work as data: CSL-JSON → `element-citation` (JATS4R, "Citations"). No punctuation is in it. Values that
 * have no element of their own become comments, so that none is lost.
 */
import type { Element } from 'xast'
import { x } from 'xastscript'
import type { CslDate, CslItem } from '../../../model/csl.ts'
import { externalLink } from '../body/markup.ts'
import { cslMarkup } from '../csl-markup.ts'
import { personGroups } from './person-groups.ts'
import { publicationType, titleElement } from './publication-types.ts'

export function elementCitation(work: CslItem): Element {
  const container = textAt(work, 'container-title')
  const written = titleElement(work)
  // A whole work, such as a report on a site, is a part if something contains it.
  const title = written === 'source' && container !== undefined ? 'article-title' : written
  const version = textAt(work, 'version')
  const pages = textAt(work, 'number-of-pages')
  return x('element-citation', { 'publication-type': publicationType(work) }, [
    ...personGroups(work),
    ...one(work, 'title', title),
    ...one(work, 'original-title', 'trans-title'),
    ...one(work, 'part-title', 'part-title'),
    ...one(work, 'container-title', 'source'),
    ...(isInArchive(work) ? one(work, 'publisher', 'source') : []),
    ...conference(work),
    ...dateOf(work.issued),
    ...(version === undefined ? [] : [x('version', { designator: version }, version)]),
    ...one(work, 'edition', 'edition'),
    ...one(work, 'volume', 'volume'),
    ...one(work, 'collection-title', 'series'),
    ...one(work, 'issue', 'issue'),
    ...one(work, 'supplement', 'supplement'),
    ...pagesOf(work),
    ...one(work, 'publisher-place', 'publisher-loc'),
    ...(isInArchive(work) ? [] : one(work, 'publisher', 'publisher-name')),
    ...patentOrNumber(work),
    ...(pages === undefined ? [] : [x('size', { units: 'pages' }, pages)]),
    ...one(work, 'ISSN', 'issn'),
    ...one(work, 'ISBN', 'isbn'),
    ...identifiersOf(work),
    ...accessed(work),
    ...commentVariables.flatMap(variable => one(work, variable, 'comment')),
    ...dateVariables.map(variable => dateText(work[variable])).flatMap(comment),
  ])
}

/** Dates without an element of their own. */
const dateVariables = ['original-date', 'available-date', 'submitted'] as const

/** Variables without an element of their own. Notes of the reader (`annote`, `abstract`) are not printed. */
const commentVariables = [
  'genre',
  'medium',
  'archive',
  'archive-place',
  'archive_collection',
  'archive_location',
  'authority',
  'call-number',
  'chapter-number',
  'collection-number',
  'dimensions',
  'jurisdiction',
  'number-of-volumes',
  'original-publisher',
  'original-publisher-place',
  'part',
  'printing',
  'references',
  'reviewed-title',
  'scale',
  'section',
  'status',
  'volume-title',
  'note',
] as const

/** True for a preprint or data set that is only in an archive, which is its source, not its publisher. */
function isInArchive(work: CslItem): boolean {
  return ['article', 'dataset'].includes(work.type) && textAt(work, 'container-title') === undefined
}

function conference(work: CslItem): Element[] {
  const name = textAt(work, 'event-title') ?? textAt(work, 'event')
  return [
    ...(name === undefined ? [] : [x('conf-name', cslMarkup(name))]),
    ...one(work, 'event-place', 'conf-loc'),
    ...(work['event-date'] ? [x('conf-date', dateText(work['event-date']))] : []),
  ]
}

/** Year with the date in ISO 8601, month and day; the range of two dates, and other dates, as text. */
function dateOf(date: CslDate | undefined): Element[] {
  const [from, to] = date?.['date-parts'] ?? []
  const [year, month, day] = (from ?? []).map(String)
  if (year === undefined || !/^\d{1,4}$/.test(year)) {
    const text = dateText(date)
    return text === '' ? [] : [x('string-date', text)]
  }
  const digits = year.padStart(4, '0')
  const iso = [digits, month?.padStart(2, '0'), day?.padStart(2, '0')].filter(Boolean).join('-')
  const season = date?.season === undefined ? undefined : String(date.season)
  return [
    ...(day === undefined ? [] : [x('day', day)]),
    ...(month === undefined ? [] : [x('month', month)]),
    ...(season === undefined ? [] : [x('season', seasons[season] ?? season)]),
    x('year', { 'iso-8601-date': iso }, digits),
    ...(to === undefined ? [] : [x('comment', dateText(date))]),
  ]
}

/** Seasons by the numbers of CSL-JSON. */
const seasons: Readonly<Record<string, string>> = { 1: 'Spring', 2: 'Summer', 3: 'Autumn', 4: 'Winter' }

function dateText(date: CslDate | undefined): string {
  if (!date) return ''
  if (date.literal ?? date.raw) return String(date.literal ?? date.raw)
  const parts = (date['date-parts'] ?? []).map(part => part.map(String).join('-'))
  return parts.join('/')
}

/** `12-34` → first and last page; one page is both; `e123` is an electronic location; others are ranges. */
function pagesOf(work: CslItem): Element[] {
  const page = textAt(work, 'page') ?? textAt(work, 'page-first')
  if (page === undefined) return []
  const [, first, last] =
    /^\s*([A-Za-z]*\d+[A-Za-z]*)\s*(?:[-–—]+\s*([A-Za-z]*\d+[A-Za-z]*)\s*)?$/.exec(page) ?? []
  if (first === undefined) return [x('page-range', page)]
  const isElectronic = last === undefined && (/^[eE]\d/.test(first) || /^\d{5,}$/.test(first))
  if (isElectronic) return [x('elocation-id', first)]
  const end = last === undefined ? first : fullLast(first, last)
  const digits = (value: string) => Number(value.replace(/\D/g, ''))
  if (digits(end) < digits(first)) return [x('page-range', page)]
  return [x('fpage', first), x('lpage', end)]
}

/** `123-35` means 123 to 135. */
function fullLast(first: string, last: string): string {
  const isShort = /^\d+$/.test(first) && /^\d+$/.test(last) && last.length < first.length
  return isShort ? first.slice(0, first.length - last.length) + last : last
}

function patentOrNumber(work: CslItem): Element[] {
  const number = textAt(work, 'number')
  if (number === undefined) return []
  if (work.type === 'patent') {
    const country = textAt(work, 'jurisdiction') ?? /^([A-Z]{2})/.exec(number)?.[1]
    return [x('patent', country === undefined ? {} : { country }, number)]
  }
  if (work.type === 'standard') return [x('std', number)]
  return [x('pub-id', { 'pub-id-type': 'publisher-id' }, number)]
}

function identifiersOf(work: CslItem): Element[] {
  const url = textAt(work, 'URL')
  const doi = textAt(work, 'DOI')
  const identifiers = [
    ['doi', doi],
    ['pmid', textAt(work, 'PMID')],
    ['pmcid', textAt(work, 'PMCID')],
  ] as const
  // An address that only repeats the DOI adds nothing.
  const isOther = url !== undefined && (doi === undefined || !url.toLowerCase().includes(doi.toLowerCase()))
  return [
    ...identifiers.flatMap(([type, value]) =>
      value === undefined ? [] : [x('pub-id', { 'pub-id-type': type }, value)],
    ),
    ...(isOther && /^(?:https?|ftp):/i.test(url)
      ? [externalLink(url, [{ type: 'text', value: url }])]
      : isOther
        ? [x('comment', url)]
        : []),
  ]
}

function accessed({ accessed }: CslItem): Element[] {
  const [from] = accessed?.['date-parts'] ?? []
  if (!from || from.length === 0) return []
  const iso = from.map((part, at) => String(part).padStart(at === 0 ? 4 : 2, '0')).join('-')
  return [x('date-in-citation', { 'content-type': 'access-date', 'iso-8601-date': iso }, iso)]
}

function one(work: CslItem, variable: keyof CslItem, name: string): Element[] {
  const value = textAt(work, variable)
  return value === undefined ? [] : [x(name, cslMarkup(value))]
}

function comment(text: string): Element[] {
  return text === '' ? [] : [x('comment', text)]
}

function textAt(work: CslItem, variable: keyof CslItem): string | undefined {
  const value: unknown = work[variable]
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : ''
  return text === '' ? undefined : text
}
