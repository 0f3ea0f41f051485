/**
 * What plugin-bibtex 0.9 does not read, or not as CSL 1.0.2 means it: values are made ready before it reads
 * them, and what it gives is put right afterwards. One mend, one fixture in `test/bibliography/bibtex/`.
 */

import type { CslDraft, CslName } from '../../model/csl.ts'
import { knowsLatexCommand, type LatexEntry } from '../../tools/citation-js/read-bibliography.ts'
import { doiOf } from '../../values/doi.ts'
import { languageTag } from '../../values/language.ts'
import { joinTitle } from '../join-title.ts'
import { readEdtf, readWords, readYearMonth } from './read-date.ts'
import { isBraced, separateNames, splitNames } from './split-names.ts'

/** LaTeX by the names of the fields, everything inherited. */
export type LatexFields = Readonly<Record<string, string>>

export interface MendContext {
  readonly type: string
  readonly fields: LatexFields
  /** A value as text; empty where there is none. */
  readonly text: (field: string) => string
  /** Names as the plug-in gives them; none where there is no such field. */
  readonly names: (field: string) => readonly unknown[]
}

const nameFields = 'author editor translator bookauthor'.split(' ')
/** Read here, or of no use to a style: the plug-in would only spend time on them, or fail. */
const unread: ReadonlySet<string> = new Set(
  `date year month day urldate origdate eventdate crossref xref xdata ids options entryset related relatedtype
  relatedstring relatedoptions execute file pdf timestamp owner bdsk-url-1 bdsk-url-2 bdsk-file-1 date-added
  date-modified presort sortkey sorttitle sortname sortyear langidopts eprint eprinttype eprintclass
  archiveprefix primaryclass abstract annotation annote`.split(/\s+/),
)
const protectedFields: ReadonlySet<string> = new Set(
  'title subtitle titleaddon shorttitle booktitle booksubtitle maintitle mainsubtitle'.split(' '),
)

/** The entry as the plug-in reads it best. */
export function prepareEntry(type: string, key: string, fields: LatexFields): LatexEntry {
  const properties: Record<string, string> = {}
  for (const [name, value] of Object.entries(fields)) {
    if (unread.has(name) || value.trim() === '' || name.includes('+an')) continue
    if (name === 'doi' || name === 'url') properties[name] = verbatim(value)
    else if (nameFields.includes(name)) properties[name] = latex(separateNames(value).value)
    else
      properties[name] = latex(protectedFields.has(name) ? markProtected(unstarred(value)) : unstarred(value))
  }
  // The plug-in has no place for the journal of what is no article, nor for one beside a title of a book.
  const journal = properties.journaltitle ?? properties.journal
  if (journal !== undefined) {
    delete properties.journal
    delete properties.journaltitle
    properties[type === 'article' ? 'journaltitle' : 'journal'] = journal
    if (type === 'article') delete properties.booktitle
  }
  return { type, label: key, properties }
}

/** The commands in a value that mean nothing to the plug-in, with their backslashes. */
export function unknownCommands(value: string): readonly string[] {
  if (!value.includes('\\')) return []
  return (value.match(/\\[A-Za-z]{2,}/g) ?? []).filter(command => !knowsLatexCommand(command.slice(1)))
}

/** `\enquote*{x}` is `\enquote{x}` to a reader. */
function unstarred(value: string): string {
  return value.includes('*') ? value.replace(/(\\[A-Za-z]+)\*(?=\s*\{)/g, '$1') : value
}

/** `^2y` is x²y in mathematics; `\emph x` and `\mathrm x` take one letter. */
function latex(value: string): string {
  const text = value.includes('\\')
    ? value
        .replace(/\\([A-Za-z]{2,})\s*/g, (whole, name) => (knowsLatexCommand(name) ? whole : ''))
        // An accent over nothing is the sign itself.
        .replace(/\\\^\s*\{\s*\}/g, '\\textasciicircum{}')
        .replace(/\\~\s*\{\s*\}/g, '\\textasciitilde{}')
        // An accent takes the dot of i and j away.
        .replace(/(\\(?:['"`^~=.]|[uvHr](?![A-Za-z]))\s*\{?)\\([ij])(?![A-Za-z])(?:\{\}|\s+)?/g, '$1$2')
        .replace(/\^\s*(?:\{\s*\\circ\s*\}|\\circ\b)/g, '\\textdegree{}')
        .replace(/\\((?:math|text)[a-z]+|emph|bm|mbox)\s+([\p{L}\p{N}])/gu, '\\$1{$2}')
        .replace(/\\([([])|\\([)\]])(?=[\s\p{P}]|$)/gu, (whole, open, close) =>
          (open ?? close) ? '$' : whole,
        )
    : value
  return text.includes('$')
    ? text
        .replace(/\$\$/g, '$')
        .replace(/\$[^$]*\$/g, math => math.replace(/([\^_])\s*([^\s{\\$])/g, '$1{$2}'))
    : text
}

/** An address, whatever was escaped in it. */
function verbatim(value: string): string {
  return value
    .trim()
    .replace(/^\\(?:url|path|nolinkurl)\s*\{([\s\S]*)\}$/, '$1')
    .replace(/\{?\\textasciitilde(?:\{\})?\}?|\\~(?:\{\})?|\$\\sim\$/g, '~')
    .replace(/\\textunderscore(?:\{\}|\s)?/g, '_')
    .replace(/\\([_%#&$~{}])/g, '$1')
    .replace(/^\{([^{}]*)\}$/, '$1')
    .replace(/[{}](?=_|$)|\s*\n\s*/g, '')
}

// Private characters that LaTeX's reader lets through, around what is to keep its case.
const opening = '\uE000'
const closing = '\uE001'

/**
 * `The {DNA} of {\"u}` → marks around `{DNA}`. A group that begins with a command is a special character, or
 * its argument.
 */
function markProtected(value: string): string {
  if (!value.includes('{')) return value
  let marked = ''
  let depth = 0
  let from = -1
  let isMath = false
  const arguments_: number[] = []
  for (let at = 0; at < value.length; at++) {
    const character = value[at] ?? ''
    if (character === '\\') {
      const command = /\\(?:[a-z]+\s*|[\s\S])(?=(\{)?)/iy
      command.lastIndex = at
      const [name = '', group] = command.exec(value) ?? []
      marked += name
      at += Math.max(name.length, 1) - 1
      if (group !== undefined) {
        marked += '{'
        at++
        arguments_.push(depth++)
      }
      continue
    }
    if (character === '$') isMath = !isMath
    const isInside = from >= 0 || isMath
    if (character === '{') {
      const isMarked = !isInside && value[at + 1] !== '\\'
      marked += isMarked ? `${opening}{` : '{'
      if (isMarked) from = depth
      depth++
    } else if (character === '}') {
      depth--
      marked += '}'
      if (from === depth) {
        marked += closing
        from = -1
      }
    } else marked += character
  }
  return marked
}

/** Puts `item`, as the plug-in made it of the prepared entry, right. */
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

/** The plug-in gives lists, `{Berlin and New York}`, where CSL has text. */
function mendLists(item: CslDraft): void {
  for (const [name, value] of Object.entries(item)) {
    if (!Array.isArray(value) || !value.every(one => typeof one === 'string')) continue
    item[name] = value.map(one => countries[one.toLowerCase()] ?? one).join(listMark(name, value))
  }
}

/** `John Wiley and Sons` is what its author wrote, whatever biblatex takes it for. */
function listMark(name: string, items: readonly string[]): string {
  if (items.some(item => item.includes(','))) return '; '
  if (name === 'publisher-place') return ', '
  return items.length === 2 ? ' and ' : '; '
}

/** biblatex's keys of where patents hold. */
const countries: Readonly<Record<string, string>> = {
  countryde: 'Germany',
  countryep: 'European Union',
  countryeu: 'European Union',
  countryfr: 'France',
  countryuk: 'United Kingdom',
  countryus: 'United States of America',
  countrywo: 'World',
}

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
  const further = furtherTypes[type]
  if (further !== undefined) item.type = further
  // citation-js takes every book with a version for software.
  if (item.type === 'software' && /book|manual|collection|proceedings/.test(type)) item.type = 'book'
  const subtype = fields.entrysubtype?.toLowerCase() ?? ''
  if (type === 'article') item.type = periodicals[subtype] ?? item.type
  const isPreprint =
    preprintServers.has(eprintType(fields)) ||
    fields.pubstate?.toLowerCase() === 'prepublished' ||
    /^arXiv/i.test(String(item['container-title'] ?? ''))
  // CSL 1.0.2: `article` is what is not in a journal (yet).
  if (isPreprint && ['misc', 'online', 'unpublished', 'electronic'].includes(type)) item.type = 'article'
  if (type === 'patent' && item['publisher-place'] !== undefined)
    item.jurisdiction ??= item['publisher-place']
}

/** The names of biblatex's keys, in English; what is written out stays. */
const genres: Readonly<Record<string, string>> = {
  bathesis: 'Bachelor’s thesis',
  mathesis: 'Master’s thesis',
  phdthesis: 'PhD thesis',
  candthesis: 'Candidate thesis',
  techreport: 'Technical report',
  resreport: 'Research report',
  software: 'Computer software',
  datacd: 'Data CD',
  audiocd: 'Audio CD',
  patent: 'Patent',
  patentus: 'U.S. patent',
  patenteu: 'European patent',
  patentde: 'German patent',
  patentfr: 'French patent',
  patentuk: 'British patent',
  patreq: 'Patent request',
  patrequs: 'U.S. patent request',
  patreqeu: 'European patent request',
  patreqde: 'German patent request',
  patreqfr: 'French patent request',
  patrequk: 'British patent request',
}

function mendGenre(item: CslDraft): void {
  const genre = item.genre
  if (typeof genre !== 'string') return
  if (periodicals[genre.toLowerCase()] !== undefined) delete item.genre
  else item.genre = genres[genre.toLowerCase()] ?? genre
}

const nameVariables: readonly (readonly [string, string])[] = [
  ['author', 'author'],
  ['editor', 'editor'],
  ['translator', 'translator'],
  ['bookauthor', 'container-author'],
]
/** biblatex's roles of editors that CSL has names for. */
const editorRoles: Readonly<Record<string, string>> = {
  director: 'director',
  compiler: 'compiler',
  organizer: 'organizer',
  translator: 'translator',
  producer: 'producer',
}

/** Bodies in braces are literal; `and others` is a literal "others", as pandoc has it. */
function mendNames(item: CslDraft, { fields, names: namesIn }: MendContext): void {
  for (const [field, variable] of nameVariables) {
    const names = item[variable]
    if (Array.isArray(names)) item[variable] = mendNameList(names, fields[field] ?? '')
  }
  const role = editorRoles[fields.editortype?.trim().toLowerCase() ?? '']
  if (role !== undefined && item.editor !== undefined && item[role] === undefined) {
    item[role] = item.editor
    delete item.editor
  }
  for (const field of contributorFields) {
    const names = mendNameList(namesIn(field), fields[field] ?? '')
    const variable = editorRoles[fields[`${field}type`]?.trim().toLowerCase() ?? ''] ?? 'contributor'
    const others = item[variable]
    if (names.length > 0) item[variable] = [...(Array.isArray(others) ? others : []), ...names]
  }
}

/** Names of biblatex that CSL has no variables for. */
const contributorFields =
  'editora editorb editorc annotator commentator introduction foreword afterword'.split(' ')

function mendNameList(names: readonly unknown[], written: string): CslName[] {
  const pieces = splitNames(separateNames(written).value)
  return names.flatMap((one, at): CslName[] => {
    // The plug-in gives names as CSL has them.
    const name = { ...(one as CslName) }
    const piece = pieces.length === names.length ? (pieces[at] ?? '') : ''
    for (const part of ['family', 'given', 'suffix', 'non-dropping-particle'] as const) {
      const text = name[part]
        ?.replace(/\s+/g, ' ')
        .trim()
        .replace(/^"(.*)"$/, '$1')
      if (text === undefined || text === '') delete name[part]
      else name[part] = text
    }
    if (name.family === undefined && name.given !== undefined) {
      name.family = name.given
      delete name.given
    }
    if (name.family === undefined) return []
    const given = name.given?.replace(/,?\s*\bet al\.?$/i, '')
    if (given !== undefined && given !== name.given) return [{ ...name, given }, { literal: 'others' }]
    const isAlone = name.given === undefined && name['non-dropping-particle'] === undefined
    if (!isAlone || !(isBraced(piece) || piece.toLowerCase() === 'others')) return [name]
    return [{ literal: name.family }]
  })
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
 * Subtitles after the mark that the title has, additions after a full stop; the volume of a work in several.
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
  const prefix = ['main', type === 'article' ? 'journal' : 'book'].find(one => fields[`${one}title`])
  if (prefix !== undefined && !isPlain(prefix)) item['container-title'] = titleOf(prefix)
  if (prefix === 'main' && fields.booktitle) item['volume-title'] ??= titleOf('book')
  if (!isPlain('issue')) item['volume-title'] = titleOf('issue')
  const series = text('series')
  if (series === 'newseries' || series === 'oldseries')
    item['collection-title'] = series === 'newseries' ? 'New series' : 'Old series'
  if (/^\d+$/.test(series) && type === 'article') item['collection-title'] = `${ordinal(series)} series`
  if (fields.shortjournal) item['container-title-short'] ??= text('shortjournal')
}

/** 3 → 3rd */
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
    // The papers of a series of proceedings: the number is that of the volume in it.
    if (fields.series && item.issue === number && number !== '') {
      item['collection-number'] = number
      delete item.issue
    }
    const isTaken = ['number', 'collection-number', 'issue'].some(name => item[name] !== undefined)
    if (number !== '' && !isTaken) item.number = number
    if (issue !== '') item.issue ??= issue
  }
  if (fields.part !== undefined) item['part-number'] ??= text('part')
}

/**
 * Every dash between pages is a hyphen in CSL-JSON; the number of an article stands where its pages would.
 */
function mendPages(item: CslDraft, { text }: MendContext): void {
  const page = item.page
  if (typeof page === 'string') item.page = page.replace(/\s*(?:[–—]|--+)\s*/g, '-')
  const eid = text('eid')
  if (eid === '') return
  if (item.number === eid) delete item.number
  item.page ??= eid
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

/** arXiv:1008.2849 [physics.soc-ph]: the number of a preprint, else where a published work lies too. */
function mendEprint(item: CslDraft, { fields }: MendContext): void {
  const eprint = verbatim(fields.eprint ?? '')
  const type = eprintType(fields)
  if (eprint === '' || type === '') return
  if (type === 'pubmed' || type === 'pmid') item.PMID ??= eprint
  else if (type === 'pmc' || type === 'pmcid') item.PMCID ??= eprint
  else {
    const id = eprint.replace(/^arxiv:\s*/i, '')
    const archive = archives[type] ?? (fields.eprinttype ?? fields.archiveprefix ?? '').trim()
    const group = (fields.eprintclass ?? fields.primaryclass ?? '').trim()
    item.archive ??= archive
    if (type === 'arxiv' && item.type === 'article') {
      item.number ??= `arXiv:${id}${group === '' ? '' : ` [${group}]`}`
      item.publisher ??= archive
    } else item.archive_location ??= group === '' ? id : `${id} [${group}]`
    const address = addresses[type]
    if (address !== undefined && item.DOI === undefined) item.URL ??= `${address}${id}`
  }
}

/** All who made the work public: the plug-in takes the first and lets the others go. */
function mendPublisher(item: CslDraft, { text, fields }: MendContext): void {
  if (publisherFields.filter(name => fields[name]).length < 2) return
  const isAddress = /^https?:/.test(text('howpublished')) || item.URL === text('howpublished')
  const all = publisherFields.filter(name => name !== 'howpublished' || !isAddress).map(text)
  const publishers = all.filter((one, at) => one !== '' && all.indexOf(one) === at)
  if (publishers.length > 1) item.publisher = publishers.join('; ')
}

const publisherFields = ['school', 'institution', 'organization', 'howpublished', 'publisher']

const states: Readonly<Record<string, string>> = {
  inpreparation: 'in preparation',
  submitted: 'submitted',
  forthcoming: 'forthcoming',
  inpress: 'in press',
  prepublished: 'pre-published',
}

function mendIdentifiers(item: CslDraft, { fields }: MendContext): void {
  const doi = item.DOI
  if (typeof doi === 'string') item.DOI = doiOf(doi) ?? doi
  const language = item.language
  if (typeof language === 'string') item.language = languageTag(language) ?? language
  const status = item.status
  if (typeof status === 'string') item.status = states[status.toLowerCase()] ?? status
  for (const [name, value] of Object.entries({ PMID: 'pmid', PMCID: 'pmcid' }))
    if (fields[value] !== undefined) item[name] ??= verbatim(fields[value])
}

function mendNotes(item: CslDraft, { text }: MendContext): void {
  // Long texts, mostly without any LaTeX: the plug-in would take each of them word by word.
  item.abstract = text('abstract')
  item.annote = text('annotation') || text('annote')
  const notes = ['note', 'addendum'].map(text).filter(one => one !== '')
  if (notes.length > 1) item.note = notes.join('. ').replace(/([.?!])\. /g, '$1 ')
}

/** White space as one space, and the marks of protected case as CSL has them. */
function cleanText(text: string): string {
  if (!/[\t\n\r\uE000`]| {2}|^ | $/.test(text)) return text
  return text
    .replace(/[ \t\n\r]+/g, ' ')
    .trim()
    .replaceAll(opening, '<span class="nocase">')
    .replaceAll(closing, '</span>')
    .replace(/<span class="nocase"><\/span>/g, '')
    .replace(/`([^`']*)'/g, '‘$1’')
}
