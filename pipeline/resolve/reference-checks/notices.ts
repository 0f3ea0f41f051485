/**
 * A snapshot of Retraction Watch's database (CSV, one record for each notice) → the notices about some works.
 * The real file has more than 60 000 records and 60 MB. It is searched once for the identifiers of the works,
 * and only records with one of them are parsed.
 */

import type { CslItem } from '../../model/csl.ts'
import { csvRows } from '../../tools/csv.ts'
import { doiOf } from '../../values/doi.ts'
import { variableText } from './variable-text.ts'
import { firstAuthor, issuedYear, plainDoi, plainTitle, plainWords } from './work-identity.ts'

export interface Notice {
  /** The kind of notice: `Retraction`, `Expression of concern`, `Correction` or `Reinstatement`. */
  readonly nature: string
  /** The date of the notice, `2020-01-15`; empty if the record has no date. */
  readonly date: string
  /** The DOI of the notice itself. */
  readonly doi?: string
  readonly reasons: readonly string[]
}

const columns = [
  'Title',
  'Author',
  'RetractionDate',
  'RetractionDOI',
  'OriginalPaperDate',
  'OriginalPaperDOI',
  'OriginalPaperPubMedID',
  'RetractionNature',
  'Reason',
] as const
type NoticeRecord = Readonly<Record<(typeof columns)[number], string>>

/**
 * The notices by the keys of the works, the oldest first. Undefined if the bytes are not a file of Retraction
 * Watch.
 */
export function findNotices(
  bytes: Uint8Array,
  works: readonly CslItem[],
): ReadonlyMap<string, readonly Notice[]> | undefined {
  // In Latin-1 each byte is one character, so that places in the text are places in the bytes.
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const rowAt = (start: number, end: number) =>
    csvRows(new TextDecoder().decode(bytes.subarray(start, end)))?.[0] ?? []
  const headEnd = recordEnd(text, 0)
  const head = rowAt(0, headEnd)
  if (!columns.every(column => head.includes(column))) return undefined
  const byWork = new Map<string, Notice[]>()
  let end = headEnd
  for (const hit of hitsIn(text, works)) {
    if (hit < end) continue
    let start = end
    while (hit >= end && end < text.length) {
      start = end
      end = recordEnd(text, start)
    }
    const row = rowAt(start, end)
    // Every column exists: this was checked above.
    const record = Object.fromEntries(
      columns.map(column => [column, row[head.indexOf(column)] ?? '']),
    ) as NoticeRecord
    for (const { id } of works.filter(item => isAbout(record, item))) {
      byWork.set(id, [...(byWork.get(id) ?? []), noticeOf(record)])
    }
  }
  for (const notices of byWork.values()) notices.sort((a, b) => a.date.localeCompare(b.date))
  return byWork
}

/** The place after the next line break that is not inside quotation marks. */
function recordEnd(text: string, start: number): number {
  let quote = text.indexOf('"', start)
  let from = start
  for (;;) {
    const newline = text.indexOf('\n', from)
    if (newline < 0) return text.length
    if (quote < 0 || quote > newline) return newline + 1
    const closing = text.indexOf('"', quote + 1)
    if (closing < 0) return text.length
    from = closing
    quote = text.indexOf('"', closing + 1)
  }
}

/**
 * The places of DOIs, PMIDs and titles of the works, in order. For each work only its best identifier is
 * searched for.
 */
function hitsIn(text: string, works: readonly CslItem[]): readonly number[] {
  const dois = works.map(item => cutDoi(plainDoi(item) ?? ''))
  const pmids = works.filter(item => plainDoi(item) === undefined).map(item => variableText(item, 'PMID'))
  const titles = works.filter(isUnidentified).map(item => titleStart(variableText(item, 'title')))
  return [
    ...search(text, /10\.\d{4,9}\/[^\s,";]+/g, dois, match => match[0].toLowerCase()),
    ...search(text, /[,"](\d{3,9})(?=[,"])/g, pmids, match => match[1] ?? ''),
    ...search(text, /^\d+,(?:"((?:[^"\n]|""){1,60})|([^,"\n]{1,60}))/gm, titles, match =>
      titleStart(match[1] ?? match[2] ?? ''),
    ),
  ].sort((a, b) => a - b)
}

function search(
  text: string,
  pattern: RegExp,
  names: readonly string[],
  matchedName: (match: RegExpExecArray) => string,
): readonly number[] {
  const wanted = new Set(names)
  wanted.delete('')
  const hits: number[] = []
  if (wanted.size === 0) return hits
  for (const match of text.matchAll(pattern)) if (wanted.has(matchedName(match))) hits.push(match.index)
  return hits
}

/** The part of a DOI that the search above reads. */
function cutDoi(doi: string): string {
  return /^[^\s,";]+/.exec(doi)?.[0] ?? ''
}

/** The first ASCII letters and digits of a title, which are the same in any encoding. */
function titleStart(title: string): string {
  return title
    .replace(/<[^>]*>/g, '')
    .slice(0, 60)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .slice(0, 12)
}

function isUnidentified(item: CslItem): boolean {
  return plainDoi(item) === undefined && variableText(item, 'PMID') === ''
}

function isAbout(record: NoticeRecord, item: CslItem): boolean {
  const doi = plainDoi(item)
  if (doi !== undefined) return doiOf(record.OriginalPaperDOI)?.toLowerCase() === doi
  const pmid = variableText(item, 'PMID')
  if (pmid !== '') return record.OriginalPaperPubMedID === pmid
  const year = issuedYear(item)
  const isYear = year === undefined || record.OriginalPaperDate.includes(String(year))
  const author = firstAuthor(item)
  const isAuthor = author !== '' && plainWords(record.Author).includes(author)
  return isYear && isAuthor && plainTitle(item) !== '' && plainWords(record.Title) === plainTitle(item)
}

function noticeOf(record: NoticeRecord): Notice {
  const doi = doiOf(record.RetractionDOI)
  return {
    nature: record.RetractionNature,
    date: isoDate(record.RetractionDate),
    ...(doi !== undefined && { doi }),
    reasons: record.Reason.split(';')
      .map(reason => reason.replace(/^\s*\+/, '').trim())
      .filter(reason => reason !== ''),
  }
}

/** `1/15/2020 0:00` → `2020-01-15` */
function isoDate(text: string): string {
  const [, month = '', day = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})/.exec(text) ?? []
  if (year !== '') return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return /^\d{4}-\d\d-\d\d/.exec(text)?.[0] ?? ''
}
