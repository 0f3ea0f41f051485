/**
 * The CSL item that plugin-bibtex 0.9 made from an entry → the item that CSL 1.0.2 and biblatex 3.20 ask for.
 * Each correction has a fixture in `test/fixtures/bibliography/bibtex/`. `prepare-bibtex.ts` rewrites the
 * entry before the plug-in reads it.
 */
import type { CslDraft } from '../../model/csl.ts'
import { doiOf } from '../../values/doi.ts'
import { languageTag } from '../../values/language.ts'
import { ownValue } from '../../values/record.ts'
import { joinTitle } from '../join-title.ts'
import { bibstring } from './bibstrings.ts'
import { mendNames } from './mend-bibtex-names.ts'
import { type LatexFields, protectedEnd, protectedStart, verbatim } from './prepare-bibtex.ts'
import { readEdtf, readWords, readYearMonth } from './read-date.ts'

interface MendContext {
  readonly type: string
  readonly fields: LatexFields
  /** The text of a field; empty if the entry does not have the field. */
  readonly text: (field: string) => string
  /** The names in a field, as CSL names; an empty list if the entry does not have the field. */
  readonly names: (field: string) => readonly unknown[]
}

/** Corrects the item that the plug-in made from the prepared entry. */
export function mendItem(item: CslDraft, context: MendContext): CslDraft {
  for (const mend of mends) mend(item, context)
  for (const [name, value] of Object.entries(item)) {
    const clean = typeof value === 'string' ? cleanText(value) : value
    if (clean === '' || clean === undefined || (Array.isArray(clean) && clean.length === 0)) delete item[name]
    else item[name] = clean
  }
  return item
}

type Mend = (item: CslDraft, context: MendContext) => void

const mends: readonly Mend[] = [
  mendLists,
  mendType,
  mendGenre,
  mendNames,
  mendDates,
  mendTitles,
  mendNumbers,
  mendPages,
  mendEprint,
  mendPublisher,
  mendIdentifiers,
  mendNotes,
]

/** Joins the lists of the plug-in (`{Berlin and New York}`) into the text that CSL expects. */
function mendLists(item: CslDraft): void {
  for (const [name, value] of Object.entries(item)) {
    if (!Array.isArray(value) || !value.every(entry => typeof entry === 'string')) continue
    item[name] = value
      .map(entry => ownValue(countries, entry.toLowerCase()) ?? entry)
      .join(listMark(name, value))
  }
}

/** The separator for the items. biblatex splits `John Wiley and Sons` at its "and"; two names get it back. */
function listMark(name: string, items: readonly string[]): string {
  if (items.some(item => item.includes(','))) return '; '
  if (name === 'publisher-place') return ', '
  return items.length === 2 ? ' and ' : '; '
}

/** biblatex's keys for the countries of patents → their names. */
const countries: Readonly<Record<string, string>> = {
  countryde: 'Germany',
  countryep: 'European Union',
  countryeu: 'European Union',
  countryfr: 'France',
  countryuk: 'United Kingdom',
  countryus: 'United States of America',
  countrywo: 'World',
}

/** Entry types that the plug-in does not know or translates differently → CSL types. */
const furtherTypes: Readonly<Record<string, string>> = {
  bookinbook: 'chapter',
  suppbook: 'chapter',
  suppcollection: 'chapter',
  suppperiodical: 'article-journal',
  commentary: 'book',
  preprint: 'article',
  webpage: 'webpage',
  data: 'dataset',
  code: 'software',
  softwareversion: 'software',
  softwaremodule: 'software',
  codefragment: 'software',
  inreference: 'entry-encyclopedia',
}
const periodicals: Readonly<Record<string, string>> = {
  magazine: 'article-magazine',
  newspaper: 'article-newspaper',
}

function mendType(item: CslDraft, { type, fields }: MendContext): void {
  const further = ownValue(furtherTypes, type)
  if (further !== undefined) item.type = further
  // citation-js reads any book with a `version` as software.
  if (item.type === 'software' && /book|manual|collection|proceedings/.test(type)) item.type = 'book'
  const subtype = fields.entrysubtype?.toLowerCase() ?? ''
  if (type === 'article') item.type = ownValue(periodicals, subtype) ?? item.type
  const isPreprint =
    preprintServers.has(eprintType(fields)) ||
    fields.pubstate?.toLowerCase() === 'prepublished' ||
    /^arXiv/i.test(String(item['container-title'] ?? ''))
  // CSL 1.0.2: `article` is a preprint or another work that no journal has published.
  if (isPreprint && ['misc', 'online', 'unpublished', 'electronic'].includes(type)) item.type = 'article'
  if (type === 'patent' && item['publisher-place'] !== undefined)
    item.jurisdiction ??= item['publisher-place']
}

function mendGenre(item: CslDraft): void {
  const genre = item.genre
  if (typeof genre !== 'string') return
  if (ownValue(periodicals, genre.toLowerCase()) !== undefined) delete item.genre
  else item.genre = bibstring(genre.trim().toLowerCase()) ?? genre
}

function mendDates(item: CslDraft, { fields }: MendContext): void {
  const plain = (value: string | undefined) => value?.replace(/[{}]/g, '').trim() ?? ''
  const dateOf = (value: string | undefined) => {
    const date = readEdtf(plain(value))
    return date?.literal === undefined ? date : (readWords(date.literal) ?? date)
  }
  const dates = {
    issued: dateOf(fields.date) ?? readYearMonth(fields.year ?? '', fields.month, fields.day),
    accessed: dateOf(fields.urldate),
    'original-date': dateOf(fields.origdate),
    'event-date': dateOf(fields.eventdate),
  }
  for (const [name, date] of Object.entries(dates)) if (date) item[name] = date
}

/**
 * Adds subtitles after a colon and title additions after a full stop. Also sets the titles of volumes, issues
 * and series.
 */
function mendTitles(item: CslDraft, { text, fields, type }: MendContext): void {
  const isPlain = (prefix: string) => !fields[`${prefix}subtitle`] && !fields[`${prefix}titleaddon`]
  const titleOf = (prefix: string) =>
    joinTitle(
      joinTitle(text(`${prefix}title`), ': ', text(`${prefix}subtitle`)),
      '. ',
      text(`${prefix}titleaddon`),
    )
  if (!isPlain('')) item.title = titleOf('')
  const prefix = ['main', type === 'article' ? 'journal' : 'book'].find(kind => fields[`${kind}title`])
  if (prefix !== undefined && !isPlain(prefix)) item['container-title'] = titleOf(prefix)
  if (prefix === 'main' && fields.booktitle) item['volume-title'] ??= titleOf('book')
  if (!isPlain('issue')) item['volume-title'] = titleOf('issue')
  const series = text('series')
  if (series === 'newseries' || series === 'oldseries')
    item['collection-title'] = series === 'newseries' ? 'New series' : 'Old series'
  if (/^\d+$/.test(series) && type === 'article') item['collection-title'] = `${ordinal(series)} series`
  if (fields.shortjournal) item['container-title-short'] ??= text('shortjournal')
}

/** The ordinal of an edition's number: 3 → 3rd. */
function ordinal(number: string): string {
  const ending = /1\d$/.test(number) ? 'th' : (['th', 'st', 'nd', 'rd'][Number(number.at(-1))] ?? 'th')
  return `${number}${ending}`
}

const ordinals = 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(
  ' ',
)

function mendNumbers(item: CslDraft, { text, fields, type }: MendContext): void {
  const edition = text('edition').trim()
  const word = ordinals.indexOf(edition.toLowerCase().replace(/\s+(?:edition|ed\.?)$/, ''))
  const [, digits] = /^(\d+)(?:st|nd|rd|th|\.)?(?:\s+(?:edition|ed\.?))?$/i.exec(edition) ?? []
  if (edition !== '') item.edition = word >= 0 ? String(word + 1) : (digits ?? edition)
  const number = text('number')
  const issue = text('issue')
  if (type === 'article' || type === 'periodical') {
    if (number !== '' && issue !== '' && number !== issue) item.issue = `${number}, ${issue}`
  } else {
    // The number of a work in a series is its place in the series.
    if (fields.series && item.issue === number && number !== '') {
      item['collection-number'] = number
      delete item.issue
    }
    const isTaken = ['number', 'collection-number', 'issue'].some(name => item[name] !== undefined)
    if (number !== '' && !isTaken) item.number = number
    if (issue !== '') item.issue ??= issue
  }
  if (fields.part !== undefined) item['part-number'] ??= text('part')
  // Styles print the word "version" themselves.
  const version = text('version')
  if (version !== '') item.version = version.replace(/^(?:v\.?|ver\.|version)\s*(?=\d)/i, '')
}

/**
 * Writes dashes between pages as hyphens, like CSL-JSON. An article number without pages becomes the page.
 */
function mendPages(item: CslDraft, { text }: MendContext): void {
  const page = item.page
  if (typeof page === 'string') item.page = page.replace(/\s*(?:[–—]|--+)\s*/g, '-')
  // `articleno` is the field of the ACM.
  const eid = ['eid', 'articleno', 'article-number'].map(text).find(number => number !== '')
  if (eid === undefined) return
  if (item.page === undefined) {
    if (item.number === eid) delete item.number
    item.page = eid
  } else item.number ??= eid
}

const preprintServers: ReadonlySet<string> = new Set(
  'arxiv biorxiv medrxiv chemrxiv psyarxiv socarxiv osf ssrn hal engrxiv eartharxiv'.split(' '),
)
const archives: Readonly<Record<string, string>> = { arxiv: 'arXiv', jstor: 'JSTOR', hal: 'HAL' }
const addresses: Readonly<Record<string, string>> = {
  arxiv: 'https://arxiv.org/abs/',
  jstor: 'https://www.jstor.org/stable/',
  hdl: 'https://hdl.handle.net/',
  googlebooks: 'https://books.google.com/books?id=',
  hal: 'https://hal.science/',
}

function eprintType(fields: LatexFields): string {
  const written = (fields.eprinttype ?? fields.archiveprefix ?? '').trim().toLowerCase()
  if (written !== '' || fields.eprint === undefined) return written
  return /^(?:arxiv:)?(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?$/i.test(fields.eprint.trim())
    ? 'arxiv'
    : ''
}

/**
 * Reads the identifier in an archive (`arXiv:1008.2849 [physics.soc-ph]`). It is the number of a preprint;
 * for a published work, it is the location in the archive.
 */
function mendEprint(item: CslDraft, { fields }: MendContext): void {
  const eprint = verbatim(fields.eprint ?? '')
  const type = eprintType(fields)
  if (eprint === '' || type === '') return
  if (type === 'pubmed' || type === 'pmid') item.PMID ??= eprint
  else if (type === 'pmc' || type === 'pmcid') item.PMCID ??= eprint
  else {
    const id = eprint.replace(/^arxiv:\s*/i, '')
    const archive = ownValue(archives, type) ?? (fields.eprinttype ?? fields.archiveprefix ?? '').trim()
    const group = (fields.eprintclass ?? fields.primaryclass ?? '').trim()
    item.archive ??= archive
    if (type === 'arxiv' && item.type === 'article') {
      item.number ??= `arXiv:${id}${group === '' ? '' : ` [${group}]`}`
      item.publisher ??= archive
    } else item.archive_location ??= group === '' ? id : `${id} [${group}]`
    const address = ownValue(addresses, type)
    if (address !== undefined && item.DOI === undefined) item.URL ??= `${address}${id}`
  }
}

/** Joins all publishers and institutions of the work: the plug-in takes only the first. */
function mendPublisher(item: CslDraft, { text, fields }: MendContext): void {
  if (publisherFields.filter(name => fields[name]).length < 2) return
  const isAddress = /^https?:/.test(text('howpublished')) || item.URL === text('howpublished')
  const all = publisherFields.filter(name => name !== 'howpublished' || !isAddress).map(text)
  const publishers = all.filter((publisher, at) => publisher !== '' && all.indexOf(publisher) === at)
  if (publishers.length > 1) item.publisher = publishers.join('; ')
}

const publisherFields = ['school', 'institution', 'organization', 'howpublished', 'publisher']

function mendIdentifiers(item: CslDraft, { fields }: MendContext): void {
  const doi = item.DOI
  if (typeof doi === 'string') item.DOI = doiOf(doi) ?? doi
  const language = item.language
  if (typeof language === 'string') item.language = languageTag(language) ?? language
  const status = item.status
  if (typeof status === 'string') item.status = bibstring(status.trim().toLowerCase()) ?? status
  for (const [name, value] of Object.entries({ PMID: 'pmid', PMCID: 'pmcid' }))
    if (fields[value] !== undefined) item[name] ??= verbatim(fields[value])
}

function mendNotes(item: CslDraft, { text }: MendContext): void {
  // The plug-in is slow with long texts; most abstracts contain no LaTeX and do not need it.
  item.abstract = text('abstract')
  item.annote = text('annotation') || text('annote')
  const notes = ['note', 'addendum'].map(text).filter(note => note !== '')
  if (notes.length > 1) item.note = notes.join('. ').replace(/([.?!])\. /g, '$1 ')
}

/** Collapses white space and turns the marks of protected case into the tags of CSL-JSON. */
function cleanText(text: string): string {
  if (!/[\t\n\r\uE000`]| {2}|^ | $/.test(text)) return text
  return withProtectedWords(text)
    .replace(/[ \t\n\r]+/g, ' ')
    .trim()
    .replaceAll(protectedStart, '<span class="nocase">')
    .replaceAll(protectedEnd, '</span>')
    .replace(/<span class="nocase"><\/span>/g, '')
    .replace(/`([^`']*)'/g, '‘$1’')
}

/**
 * Protects the whole word around protected letters, `{U}nited` and `e{Bay}`: citeproc reads the rest of the
 * word as a word of its own, and gives it a capital under title case.
 */
function withProtectedWords(text: string): string {
  if (!text.includes(protectedStart)) return text
  const letters = String.raw`[\p{L}\p{M}\p{N}]`
  const group = `${protectedStart}[^${protectedEnd}]*${protectedEnd}`
  const word = new RegExp(`${letters}*(?:${group}${letters}*)+`, 'gu')
  return text.replace(word, match => {
    const isWord = match.startsWith(protectedStart) && match.endsWith(protectedEnd)
    if (isWord && match.indexOf(protectedStart, 1) < 0) return match
    return `${protectedStart}${match.replaceAll(protectedStart, '').replaceAll(protectedEnd, '')}${protectedEnd}`
  })
}
