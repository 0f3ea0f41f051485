/**
 * A CSL item → a BibLaTeX or BibTeX entry in UTF-8, which reads back as the same work. The plug-in of
 * citation-js is not used here: it writes either ASCII, which loses letters without a TeX command (Cyrillic,
 * Chinese) and turns `²` into `2`, or text without escapes.
 */
import { type CslItem, isOthers } from '../../model/csl.ts'
import { monthNames } from '../../values/months.ts'
import { ownValue } from '../../values/record.ts'
import { bibtexText, bibtexTitle } from './bibtex-text.ts'
import type { CslName } from './named-people.ts'
import { pageRange } from './page-range.ts'

type CslDate = NonNullable<CslItem['issued']>
type Field = readonly [name: string, value: string | undefined]

/**
 * `bibtex` writes the fields of BibTeX's own styles (plain.bst and others): `journal`, `year` and `month`.
 * BibLaTeX reads them too (biblatex 3.20, "Field Aliases"). `biblatex` writes `journaltitle` and `date`; a
 * `date` can also be a range.
 */
export type BibtexDialect = 'bibtex' | 'biblatex'

/** CSL type → entry type. All other types become `misc`. */
const entryTypes: Readonly<Record<string, string>> = {
  article: 'online',
  'article-journal': 'article',
  'article-magazine': 'article',
  'article-newspaper': 'article',
  book: 'book',
  chapter: 'incollection',
  dataset: 'dataset',
  entry: 'inreference',
  'entry-dictionary': 'inreference',
  'entry-encyclopedia': 'inreference',
  graphic: 'artwork',
  manuscript: 'unpublished',
  motion_picture: 'video',
  'paper-conference': 'inproceedings',
  patent: 'patent',
  periodical: 'periodical',
  post: 'online',
  'post-weblog': 'online',
  report: 'report',
  review: 'review',
  software: 'software',
  song: 'audio',
  standard: 'standard',
  thesis: 'thesis',
  webpage: 'online',
}

/** The entry from its `@` to the line end after its last brace. */
export function writeBibtex(item: CslItem, dialect: BibtexDialect = 'biblatex'): string {
  const type = ownValue(entryTypes, item.type) ?? 'misc'
  const isClassic = dialect === 'bibtex'
  const fields = fieldsOf(item, type).flatMap(field => (isClassic ? classicFields(field, item) : [field]))
  const lines = fields.flatMap(([name, value]) => {
    if (value === undefined || value === '') return []
    // A month is written without braces: it is a macro that each style spells in its own way.
    return [`  ${name} = ${name === 'month' ? value : `{${value}}`},\n`]
  })
  return `@${isClassic ? classicType(type, item) : type}{${item.id},\n${lines.join('')}}\n`
}

/**
 * The type of an entry in BibTeX, from its type in BibLaTeX. Types that BibTeX does not know are kept: its
 * styles treat them as `misc`.
 */
function classicType(type: string, { genre }: CslItem): string {
  if (type === 'thesis') return /\bmaster/i.test(genre ?? '') ? 'mastersthesis' : 'phdthesis'
  return type === 'report' ? 'techreport' : type
}

/** A field of BibLaTeX as fields of BibTeX's own styles (BibTeX 0.99d, "Fields", in btxdoc). */
function classicFields([name, value]: Field, item: CslItem): readonly Field[] {
  if (name === 'date') return yearAndMonth(item.issued)
  if (name === 'issue') return [['number', value]]
  if (name === 'institution' && item.type === 'thesis') return [['school', value]]
  // `@unpublished` requires a note.
  if (name === 'note' && item.type === 'manuscript') return [['note', value ?? text(item.genre)]]
  return [[classicNames[name] ?? name, value]]
}

const classicNames: Readonly<Record<string, string>> = { journaltitle: 'journal', location: 'address' }

/**
 * A date as `year`, `month` and `day`. Of a date range only the years are written. No BibTeX style prints
 * `day`; it is kept for other readers.
 */
function yearAndMonth(value: CslDate | undefined): readonly Field[] {
  const [first, last] = value?.['date-parts'] ?? []
  const [year, month, day] = first ?? []
  if (year === undefined) return []
  if (last?.[0] !== undefined) return [['year', year === last[0] ? String(year) : `${year}--${last[0]}`]]
  return [
    ['year', String(year)],
    ['month', monthNames[Number(month) - 1]],
    ['day', day === undefined ? undefined : String(day)],
  ]
}

function fieldsOf(item: CslItem, type: string): readonly Field[] {
  const isArticle = type === 'article'
  const hasInstitution = type === 'thesis' || type === 'report'
  const hasIssueNumber = ['article', 'periodical', 'inproceedings'].includes(type)
  const isNumber = /\d/.test(String(item.issue ?? ''))
  return [
    ['author', names(item.author)],
    ['editor', names(item.editor)],
    ['translator', names(item.translator)],
    ['title', title(item.title)],
    ['shorttitle', title(item['title-short'])],
    ...(isArticle
      ? ([
          ['journaltitle', text(item['container-title'])],
          ['shortjournal', text(item['container-title-short'])],
        ] as const)
      : ([['booktitle', title(item['container-title'])]] as const)),
    ['bookauthor', names(item['container-author'])],
    ['type', text(item.genre)],
    ['eventtitle', text(item['event-title'])],
    ['venue', text(item['event-place'])],
    ['eventdate', date(item['event-date'])],
    ['series', text(item['collection-title'])],
    ...issued(item.issued),
    ['volume', text(item.volume)],
    [hasIssueNumber && isNumber ? 'number' : 'issue', text(item.issue)],
    [
      isArticle ? 'eid' : 'number',
      text(item.number ?? (hasIssueNumber ? undefined : item['collection-number'])),
    ],
    ['pages', pages(item.page)],
    ['pagetotal', text(item['number-of-pages'])],
    ['edition', text(item.edition)],
    ['version', text(item.version)],
    [hasInstitution ? 'institution' : 'publisher', list(item.publisher)],
    ['location', list(item['publisher-place'])],
    ...(item.type === 'article' ? preprint(item) : []),
    ['language', text(item.language)],
    ['issn', text(item.ISSN)],
    ['isbn', text(item.ISBN)],
    ['pmid', text(item.PMID)],
    ['pmcid', text(item.PMCID)],
    ['doi', verbatim(item.DOI)],
    ['url', verbatim(item.URL)],
    ['urldate', date(item.accessed)],
    ['note', text(item.note)],
  ]
}

/** The fields that mark an `@online` entry as a preprint, for which BibLaTeX has no type of its own. */
function preprint(item: CslItem): readonly Field[] {
  const arxiv = /^10\.48550\/arxiv\.(.+)$/i.exec(item.DOI ?? '')?.[1]
  const [server] = [item['container-title'], item.publisher].flatMap(
    name => /^(?:\w+rxiv|osf|ssrn|hal)\b/i.exec(name ?? '')?.[0] ?? [],
  )
  return [
    ['eprint', arxiv],
    ['eprinttype', arxiv === undefined ? server?.toLowerCase() : 'arxiv'],
    ['pubstate', 'prepublished'],
  ]
}

function text(value: string | number | undefined): string | undefined {
  return value === undefined ? undefined : bibtexText(String(value))
}

function title(value: string | undefined): string | undefined {
  return value === undefined ? undefined : bibtexTitle(value)
}

/** A BibTeX list with one item. Braces protect an "and" inside the text, which would separate two items. */
function list(value: string | undefined): string | undefined {
  const written = text(value)
  return written !== undefined && /\sand\s/i.test(written) ? `{${written}}` : written
}

/** An address or a DOI, in which only braces need an escape. */
function verbatim(value: string | undefined): string | undefined {
  return value?.replace(/[{}]/g, encodeURIComponent)
}

function pages(value: string | number | undefined): string | undefined {
  const range = pageRange(String(value ?? ''))
  return range ? `${text(range.first)}--${text(range.last)}` : text(value)
}

function names(people: readonly CslName[] | undefined): string | undefined {
  return people?.map((person, at) => (at > 0 && isOthers(person) ? 'others' : name(person))).join(' and ')
}

/**
 * A name in BibTeX's order, `van der Waals, Jr., J. D.` A group, or a name that is not split into parts, is
 * put in braces.
 */
function name(person: CslName): string {
  const { family, given, suffix } = person
  if (family === undefined || given === undefined) {
    return `{${bibtexText(person.literal ?? family ?? given ?? '')}}`
  }
  // Braces keep a lowercase word inside a family name from being read as a particle.
  const written = /\s\p{Ll}/u.test(family) ? `{${bibtexText(family)}}` : namePart(family)
  const particle = person['non-dropping-particle']
  const last = [particle && bibtexText(particle), written].filter(Boolean).join(' ')
  const first = [given, person['dropping-particle']].filter(Boolean).join(' ')
  return [last, ...(suffix ? [namePart(suffix)] : []), namePart(first)].join(', ')
}

/**
 * A part of a name as BibTeX text. A part that contains a comma, `=` or "and" is put in braces, because these
 * would end the part.
 */
function namePart(part: string): string {
  return /[,=]|(?:^|\s)and(?:\s|$)/i.test(part) ? `{${bibtexText(part)}}` : bibtexText(part)
}

function issued(value: CslDate | undefined): readonly Field[] {
  if (value?.literal !== undefined) return [['year', text(value.literal)]]
  return [['date', date(value)]]
}

/** A date as `2020-03-05`, or two dates with `/` between them for a range (ISO 8601-2). */
function date(value: CslDate | undefined): string | undefined {
  const dates = value?.['date-parts']
  return dates
    ?.map(parts => parts.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-'))
    .join('/')
}
