/**
 * A CSL item → a RIS record for reference managers (Thomson Reuters, "RIS Format Specifications", 2011): one
 * line for each value, `TY` first and `ER` last, with CR LF at the end of each line.
 */
import { type CslItem, withoutCslMarkup } from '../../model/csl.ts'
import { ownValue } from '../../values/record.ts'
import { type CslName, namedPeople } from './named-people.ts'
import { pageRange } from './page-range.ts'

type CslDate = NonNullable<CslItem['issued']>
type Field = readonly [tag: string, value: string | number | undefined]

/** CSL type → RIS type. All other types become `GEN`. */
const referenceTypes: Readonly<Record<string, string>> = {
  article: 'UNPB',
  'article-journal': 'JOUR',
  'article-magazine': 'MGZN',
  'article-newspaper': 'NEWS',
  bill: 'BILL',
  book: 'BOOK',
  broadcast: 'MPCT',
  chapter: 'CHAP',
  dataset: 'DATA',
  'entry-dictionary': 'DICT',
  'entry-encyclopedia': 'ENCYC',
  figure: 'FIGURE',
  graphic: 'ART',
  hearing: 'HEAR',
  legal_case: 'CASE',
  legislation: 'STAT',
  manuscript: 'MANSCPT',
  map: 'MAP',
  motion_picture: 'MPCT',
  musical_score: 'MUSIC',
  pamphlet: 'PAMP',
  'paper-conference': 'CPAPER',
  patent: 'PAT',
  personal_communication: 'PCOMM',
  'post-weblog': 'BLOG',
  report: 'RPRT',
  software: 'COMP',
  song: 'SOUND',
  standard: 'STAND',
  thesis: 'THES',
  webpage: 'ELEC',
}

/** The record from its `TY` line to its `ER` line, with the line end. */
export function writeRis(item: CslItem): string {
  const type = ownValue(referenceTypes, item.type) ?? 'GEN'
  const lines = fieldsOf(item).flatMap(([tag, value]) => {
    const text = plain(String(value ?? ''))
    return text === '' ? [] : [`${tag}  - ${text}`]
  })
  return [`TY  - ${type}`, ...lines, 'ER  - ', ''].join('\r\n')
}

function fieldsOf(item: CslItem): readonly Field[] {
  const pages = pageRange(String(item.page ?? ''))
  const isArticle = item.type === 'article-journal'
  return [
    ['ID', item.id],
    ...people('AU', item.author),
    ...people('ED', item.editor),
    ['TI', item.title],
    ['ST', item['title-short']],
    ['T2', item['container-title']],
    ['J2', item['container-title-short']],
    ['T3', item['collection-title']],
    ['PY', item.issued?.['date-parts']?.[0]?.[0]],
    ['DA', slashed(item.issued)],
    ['VL', item.volume],
    // `IS` is also the number of a report, patent or standard. The number of an article is written as its
    // page.
    ['IS', item.issue ?? (isArticle ? undefined : item.number)],
    ['SP', pages?.first ?? item.page ?? (isArticle ? item.number : undefined)],
    ['EP', pages?.last],
    ['ET', item.edition],
    ['M3', item.genre],
    ['PB', item.publisher],
    ['CY', item['publisher-place']],
    ['SN', item.ISSN ?? item.ISBN],
    ['DO', item.DOI],
    ['UR', item.URL],
    ['Y2', slashed(item.accessed)],
    ['LA', item.language],
    ['AB', item.abstract],
    ['N1', item.note],
  ]
}

function people(tag: string, names: readonly CslName[] | undefined): readonly Field[] {
  return namedPeople(names).map(name => [tag, nameText(name)])
}

/**
 * A name as RIS writes it, `van der Waals, J. D., Jr.`: family name, given name, suffix. The name of a group
 * is not changed.
 */
function nameText({ literal, family, given, suffix, ...particles }: CslName): string {
  if (literal !== undefined) return literal
  const last = [particles['non-dropping-particle'], family].filter(Boolean).join(' ')
  const first = [given, particles['dropping-particle']].filter(Boolean).join(' ')
  // If there is no given name, its place remains empty, so that the suffix is not read as a given name.
  return suffix ? [last, first, suffix].join(', ') : [last, first].filter(Boolean).join(', ')
}

/**
 * A date as year, month, day and an empty note: `2015/03/31/`, `2015/03//`, `2015///`. Of a range, the first
 * date is written.
 */
function slashed(date: CslDate | undefined): string | undefined {
  const [parts] = date?.['date-parts'] ?? []
  if (!parts) return undefined
  const [year, month, day] = parts.map(Number)
  const padded = [month, day].map(part => (part ? String(part).padStart(2, '0') : ''))
  return `${String(year).padStart(4, '0')}/${padded.join('/')}/`
}

/** The text on one line and without the tags of CSL-JSON: RIS has no markup. */
function plain(text: string): string {
  return withoutCslMarkup(text).replace(/\s+/g, ' ').trim()
}
