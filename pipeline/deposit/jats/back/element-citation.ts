/**
 * A work as data: CSL-JSON → `element-citation` (JATS4R, "Citations"). No punctuation is in it. Values that
 * have no element of their own become comments, so that none is lost.
 */
import type { Element } from 'xast'
import { x } from 'xastscript'
import { type CslDate, type CslItem, type CslName, isOthers } from '../../../model/csl.ts'
import { externalLink } from '../body/markup.ts'
import { cslMarkup } from './csl-markup.ts'

/** CSL type → `publication-type`, and the element of the work's own title. */
const types: Readonly<Record<string, readonly [type: string, title: TitleElement]>> = {
  article: ['preprint', 'article-title'],
  'article-journal': ['journal', 'article-title'],
  'article-magazine': ['magazine', 'article-title'],
  'article-newspaper': ['newspaper', 'article-title'],
  bill: ['legal', 'source'],
  book: ['book', 'source'],
  broadcast: ['broadcast', 'source'],
  chapter: ['book', 'chapter-title'],
  classic: ['book', 'source'],
  collection: ['collection', 'source'],
  dataset: ['data', 'data-title'],
  document: ['document', 'source'],
  entry: ['entry', 'chapter-title'],
  'entry-dictionary': ['book', 'chapter-title'],
  'entry-encyclopedia': ['book', 'chapter-title'],
  event: ['confproc', 'source'],
  figure: ['figure', 'source'],
  graphic: ['graphic', 'source'],
  hearing: ['legal', 'source'],
  interview: ['interview', 'source'],
  legal_case: ['legal', 'source'],
  legislation: ['legal', 'source'],
  manuscript: ['manuscript', 'source'],
  map: ['map', 'source'],
  motion_picture: ['video', 'source'],
  musical_score: ['score', 'source'],
  pamphlet: ['pamphlet', 'source'],
  'paper-conference': ['confproc', 'article-title'],
  patent: ['patent', 'source'],
  performance: ['performance', 'source'],
  periodical: ['periodical', 'source'],
  personal_communication: ['communication', 'source'],
  post: ['web', 'article-title'],
  'post-weblog': ['blog', 'article-title'],
  regulation: ['legal', 'source'],
  report: ['report', 'source'],
  review: ['review', 'article-title'],
  'review-book': ['review', 'article-title'],
  software: ['software', 'source'],
  song: ['audio', 'source'],
  speech: ['speech', 'source'],
  standard: ['standard', 'source'],
  thesis: ['thesis', 'source'],
  treaty: ['legal', 'source'],
  webpage: ['web', 'source'],
}

type TitleElement = 'article-title' | 'chapter-title' | 'data-title' | 'source'

export function publicationType({ type }: CslItem): string {
  return types[type]?.[0] ?? 'document'
}

/** Name variable of CSL → `person-group-type`, in the order of the groups. */
const groups = [
  ['author', 'author'],
  ['director', 'director'],
  ['composer', 'composer'],
  ['performer', 'performer'],
  ['inventor', 'inventor'],
  ['interviewer', 'interviewer'],
  ['host', 'host'],
  ['guest', 'guest'],
  ['narrator', 'narrator'],
  ['script-writer', 'script-writer'],
  ['executive-producer', 'executive-producer'],
  ['producer', 'producer'],
  ['series-creator', 'series-creator'],
  ['original-author', 'original-author'],
  ['reviewed-author', 'reviewed-author'],
  ['recipient', 'recipient'],
  ['contributor', 'contributor'],
  ['container-author', 'container-author'],
  ['editor', 'editor'],
  ['editorial-director', 'editorial-director'],
  ['collection-editor', 'series-editor'],
  ['compiler', 'compiler'],
  ['curator', 'curator'],
  ['organizer', 'organizer'],
  ['chair', 'chair'],
  ['translator', 'translator'],
  ['illustrator', 'illustrator'],
] as const

export function elementCitation(work: CslItem): Element {
  const [publication, written] = types[work.type] ?? ['document', 'source']
  const container = textAt(work, 'container-title')
  // A whole work, such as a report in a series of a site, is a part if something contains it.
  const titleElement = written === 'source' && container !== undefined ? 'article-title' : written
  const title = textAt(work, 'title')
  return x('element-citation', { 'publication-type': publication }, [
    ...groups.flatMap(([variable, group]) => personGroup(namesAt(work, variable), group)),
    ...(title === undefined ? [] : [x(titleElement, cslMarkup(title))]),
    ...one(work, 'original-title', 'trans-title'),
    ...one(work, 'part-title', 'part-title'),
    ...(container === undefined ? [] : [x('source', cslMarkup(container))]),
    ...(titleElement === 'source' || container !== undefined ? [] : sourceOfPart(work)),
    ...conference(work),
    ...dateOf(work.issued),
    ...(textAt(work, 'version') === undefined
      ? []
      : [x('version', { designator: textAt(work, 'version') ?? '' }, textAt(work, 'version'))]),
    ...one(work, 'edition', 'edition'),
    ...one(work, 'volume', 'volume'),
    ...one(work, 'collection-title', 'series'),
    ...one(work, 'collection-number', 'volume-series', 'comment'),
    ...one(work, 'issue', 'issue'),
    ...one(work, 'supplement', 'supplement'),
    ...pagesOf(work),
    ...one(work, 'publisher-place', 'publisher-loc'),
    ...(container === undefined && titleElement !== 'source' && !usesPublisher(work)
      ? one(work, 'publisher', 'publisher-name')
      : usesPublisher(work)
        ? []
        : one(work, 'publisher', 'publisher-name')),
    ...patentOrNumber(work),
    ...(textAt(work, 'number-of-pages') === undefined
      ? []
      : [x('size', { units: 'pages' }, textAt(work, 'number-of-pages'))]),
    ...one(work, 'ISSN', 'issn'),
    ...one(work, 'ISBN', 'isbn'),
    ...identifiersOf(work),
    ...accessed(work),
    ...commentVariables.flatMap(variable => one(work, variable, 'comment')),
  ])
}

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

/** A preprint or data set is published by its archive, which is its source. */
function sourceOfPart(work: CslItem): Element[] {
  const publisher = textAt(work, 'publisher') ?? textAt(work, 'archive')
  return usesPublisher(work) && publisher !== undefined ? [x('source', cslMarkup(publisher))] : []
}

function usesPublisher(work: CslItem): boolean {
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

function personGroup(names: readonly CslName[], type: string): Element[] {
  if (names.length === 0) return []
  return [
    x(
      'person-group',
      { 'person-group-type': type },
      names.map((name, at) => (at > 0 && isOthers(name) ? x('etal') : nameElement(name))),
    ),
  ]
}

/** A non-dropping particle belongs to the surname, a dropping one to the given names (JATS has neither). */
export function nameElement(name: CslName): Element {
  const { family, given, suffix, literal } = name
  if (literal !== undefined || (family === undefined && given === undefined))
    return x('collab', cslMarkup(literal ?? ''))
  const surname = [name['non-dropping-particle'], family].filter(Boolean).join(' ')
  const givenNames = [given, name['dropping-particle']].filter(Boolean).join(' ')
  if (surname === '') return x('name', { 'name-style': 'given-only' }, [x('given-names', givenNames)])
  return x('name', [
    x('surname', surname),
    ...(givenNames === '' ? [] : [x('given-names', givenNames)]),
    ...(suffix === undefined ? [] : [x('suffix', suffix)]),
  ])
}

/** Year with the date in ISO 8601, month and day; a date that is none of this as text. */
function dateOf(date: CslDate | undefined): Element[] {
  const [from] = date?.['date-parts'] ?? []
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

function one(work: CslItem, variable: keyof CslItem, ...names: readonly [string, ...string[]]): Element[] {
  const value = textAt(work, variable)
  return value === undefined ? [] : [x(names.at(-1) ?? 'comment', cslMarkup(value))]
}

function textAt(work: CslItem, variable: keyof CslItem): string | undefined {
  const value: unknown = work[variable]
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : ''
  return text === '' ? undefined : text
}

function namesAt(work: CslItem, variable: string): readonly CslName[] {
  const value: unknown = Reflect.get(work, variable)
  return Array.isArray(value) ? value : []
}
