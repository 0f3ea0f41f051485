/**
 * A CSL item → an entry of BibLaTeX in UTF-8, which reads back as the same work. Own, as plugin-bibtex writes either ASCII,
 * where letters without a TeX command are lost (Cyrillic, Chinese) and `²` becomes `2`, or text that is not escaped.
 */
import type { CslItem } from '../tools/citation-js.ts'
import { bibtexText, bibtexTitle } from './bibtex-text.ts'

type Name = NonNullable<CslItem['author']>[number]
type CslDate = NonNullable<CslItem['issued']>

/** CSL type → entry type; `misc` for any other. */
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

/** The entry, from its `@` to its last brace and the end of that line. */
export function writeBibtex(item: CslItem): string {
  const type = entryTypes[item.type] ?? 'misc'
  const fields = fieldsOf(item, type).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [`  ${name} = {${value}},\n`],
  )
  return `@${type}{${item.id},\n${fields.join('')}}\n`
}

function fieldsOf(item: CslItem, type: string): readonly (readonly [string, string | undefined])[] {
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
    ['pages', text(item.page)?.replace(/^([\p{L}\d]+)-([\p{L}\d]+)$/u, '$1--$2')],
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

/** BibLaTeX has no type for preprints: `@online`, which says where it lies and that it is none of a journal's. */
function preprint(item: CslItem): readonly (readonly [string, string | undefined])[] {
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

/** A list of one: "and" inside of it joins nothing. */
function list(value: string | undefined): string | undefined {
  const written = text(value)
  return written !== undefined && /\sand\s/i.test(written) ? `{${written}}` : written
}

/** Characters that need no escape in an address or a DOI, except braces. */
function verbatim(value: string | undefined): string | undefined {
  return value?.replace(/[{}]/g, encodeURIComponent)
}

function names(people: readonly Name[] | undefined): string | undefined {
  return people?.map(name).join(' and ')
}

/** `van der Waals, Jr., J. D.`; a group, or a name without parts, in braces. */
function name(person: Name): string {
  const { family, given, suffix } = person
  if (family === undefined || given === undefined) {
    return `{${bibtexText(person.literal ?? family ?? given ?? '')}}`
  }
  // Small words inside of a family name would be read as its particle.
  const written = /[,=]|\s(?:\p{Ll}|A[Nn][Dd]\s)/u.test(family)
    ? `{${bibtexText(family)}}`
    : bibtexText(family)
  const whole = [person['non-dropping-particle'], written].filter(Boolean).join(' ')
  const first = [given, person['dropping-particle']].filter(Boolean).join(' ')
  return [whole, ...(suffix ? [bibtexText(suffix)] : []), bibtexText(first)].join(', ')
}

function issued(value: CslDate | undefined): readonly (readonly [string, string | undefined])[] {
  if (value?.literal !== undefined) return [['year', text(value.literal)]]
  return [['date', date(value)]]
}

/** `2020-03-05`, or a range of two dates with `/` between them (ISO 8601-2). */
function date(value: CslDate | undefined): string | undefined {
  const dates = value?.['date-parts']
  return dates
    ?.map(parts => parts.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-'))
    .join('/')
}
