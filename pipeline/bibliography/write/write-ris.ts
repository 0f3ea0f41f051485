/**
 * A CSL item → a record of RIS, as reference managers take it (Thomson Reuters, "RIS Format Specifications",
 * 2011): a line for each value, `TY` first and `ER` last, CR LF at the end of lines.
 */
import type { CslItem } from '../../model/csl.ts'
import { type CslName, namedPeople } from './named-people.ts'
import { pageRange } from './page-range.ts'

type CslDate = NonNullable<CslItem['issued']>
type Field = readonly [tag: string, value: string | number | undefined]

/** CSL type → type of reference; `GEN` for any other. */
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

/** The record, from its `TY` to the end of the line of its `ER`. */
export function writeRis(item: CslItem): string {
  const type = referenceTypes[item.type] ?? 'GEN'
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
    // Of a report, a patent and a standard it is the number; that of an article stands where its pages would.
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

/** `van der Waals, J. D., Jr.`: family, given, suffix; a group as it is. */
function nameText({ literal, family, given, suffix, ...particles }: CslName): string {
  if (literal !== undefined) return literal
  const last = [particles['non-dropping-particle'], family].filter(Boolean).join(' ')
  const first = [given, particles['dropping-particle']].filter(Boolean).join(' ')
  // An empty place keeps the suffix from being read as a given name.
  return suffix ? [last, first, suffix].join(', ') : [last, first].filter(Boolean).join(', ')
}

/** `2015/03/31/`, `2015/03//`, `2015///`: year, month, day and a text. Of a range, its beginning. */
function slashed(date: CslDate | undefined): string | undefined {
  const [parts] = date?.['date-parts'] ?? []
  if (!parts) return undefined
  const [year, month, day] = parts.map(Number)
  const padded = [month, day].map(part => (part ? String(part).padStart(2, '0') : ''))
  return `${String(year).padStart(4, '0')}/${padded.join('/')}/`
}

/** On one line, without the markup of CSL-JSON: RIS has none. */
function plain(text: string): string {
  return text
    .replace(/<\/?(?:i|b|sup|sub|sc|span)\b[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}
