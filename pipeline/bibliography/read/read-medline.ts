/**
 * A PubMed file (`.nbib`) → its works, by a table of its tags (National Library of Medicine, "MEDLINE/PubMed
 * Data Element (Field) Descriptions"). The key of a work is made from the first name and the year; `@pmid:…`
 * cites the work too.
 */
import type { VFile } from 'vfile'
import type { CslDraft, CslName } from '../../model/csl.ts'
import { cslItem } from '../../model/csl.ts'
import { ownValue } from '../../values/record.ts'
import { readWords } from './read-date.ts'
import { placesByTag, type TaggedRecord, taggedRecords } from './tagged-records.ts'
import type { Work } from './work.ts'
import { keyMaker } from './work-key.ts'

const variables: Readonly<Record<string, string>> = {
  PMID: 'PMID',
  PMC: 'PMCID',
  TI: 'title',
  BTI: 'container-title',
  JT: 'container-title',
  TA: 'container-title-short',
  VI: 'volume',
  IP: 'issue',
  PG: 'page',
  AB: 'abstract',
  PB: 'publisher',
  PL: 'publisher-place',
  EN: 'edition',
  CTI: 'collection-title',
  ISBN: 'ISBN',
}

/** Publication type (`PT`) → CSL type. Works with other publication types are journal articles. */
const types: readonly (readonly [RegExp, string])[] = [
  [/^Preprint$/i, 'article'],
  [/^Book Chapter$|^Chapter$/i, 'chapter'],
  [/^Books?$|^Monograph$/i, 'book'],
  [/^Dataset$/i, 'dataset'],
  [/^Newspaper Article$/i, 'article-newspaper'],
  [/^Technical Report$/i, 'report'],
]

/** Language code of PubMed → language tag. */
const languages: Readonly<Record<string, string>> = {
  chi: 'zh',
  cze: 'cs',
  dut: 'nl',
  eng: 'en',
  fre: 'fr',
  ger: 'de',
  gre: 'el',
  ita: 'it',
  jpn: 'ja',
  kor: 'ko',
  pol: 'pl',
  por: 'pt',
  rus: 'ru',
  spa: 'es',
  swe: 'sv',
  tur: 'tr',
}

export function readMedline(file: VFile): readonly Work[] {
  const records = taggedRecords(String(file), { line: /^([A-Z]{2,4}) *- ?(.*)$/, first: 'PMID' })
  const makeKey = keyMaker()
  return records.map(record => {
    const item = readRecord(record)
    return {
      item: cslItem(item, makeKey(item)),
      type: fieldOf(record, 'PT') ?? '',
      place: record.place,
      keyPlace: record.fields[0]?.place ?? record.place,
      fields: placesByTag(record),
    }
  })
}

function readRecord(record: TaggedRecord): CslDraft {
  const item: CslDraft = { type: cslType(record) }
  for (const { tag, value } of record.fields) {
    const variable = variables[tag]
    if (variable !== undefined) item[variable] ??= value
  }
  if (typeof item.title === 'string')
    item.title = item.title.replace(/(?<!\.)\.$/, '').replace(/^\[(.*)\]$/, '$1')
  if (typeof item.page === 'string') item.page = fullRange(item.page)
  const authors = contributorNames(record, 'FAU', 'AU', 'CN')
  if (authors.length > 0) item.author = authors
  const editors = contributorNames(record, 'FED', 'ED')
  if (editors.length > 0) item.editor = editors
  const issued = readWords(fieldOf(record, 'DP') ?? fieldOf(record, 'DEP') ?? '')
  if (issued) item.issued = issued
  const doi = identifierOf(record, 'doi')
  if (doi !== undefined) item.DOI = doi
  const number = identifierOf(record, 'pii')
  if (item.page === undefined && number !== undefined && /^e?\d{1,9}$/i.test(number)) item.page = number
  const issn = record.fields.filter(({ tag }) => tag === 'IS').map(({ value }) => value)
  const chosen = issn.find(value => /Linking/i.test(value)) ?? issn[0]
  if (chosen !== undefined) item.ISSN = chosen.replace(/\s*\(.*$/, '')
  const keywords = record.fields
    .filter(({ tag }) => tag === 'OT')
    .map(({ value }) => value.replace(/^\*/, ''))
  if (keywords.length > 0) item.keyword = keywords.join(',')
  const language = fieldOf(record, 'LA')
  if (language !== undefined) item.language = ownValue(languages, language) ?? language
  return item
}

function cslType(record: TaggedRecord): string {
  const written = record.fields.filter(({ tag }) => tag === 'PT').map(({ value }) => value)
  return types.find(([pattern]) => written.some(type => pattern.test(type)))?.[1] ?? 'article-journal'
}

/**
 * The names in the order of the record. Full names are used if there are any, else short ones; groups
 * (`body`) are included.
 */
function contributorNames(
  record: TaggedRecord,
  full: string,
  short: string,
  body?: string,
): readonly CslName[] {
  const hasFull = record.fields.some(({ tag }) => tag === full)
  return record.fields.flatMap(({ tag, value }): CslName[] => {
    if (tag === body) return [{ literal: value }]
    if (tag !== (hasFull ? full : short)) return []
    if (hasFull) {
      const [family = '', given, suffix] = value.split(/,\s*/)
      return [{ family, ...(given && { given }), ...(suffix && { suffix }) }]
    }
    const [, family = value, initials] = /^(.*)\s(\p{Lu}{1,4})$/u.exec(value) ?? []
    return [{ family, ...(initials && { given: [...initials].join('. ').concat('.') }) }]
  })
}

/**
 * The identifier of the given kind. For `doi`, that of a line `AID - 10.1/x [doi]` or `LID - 10.1/x [doi]`.
 */
function identifierOf(record: TaggedRecord, kind: string): string | undefined {
  const mark = ` [${kind}]`
  return record.fields
    .find(({ tag, value }) => (tag === 'AID' || tag === 'LID') && value.endsWith(mark))
    ?.value.slice(0, -mark.length)
}

/** Completes ranges that PubMed shortens: `123-9` → `123-129`. */
function fullRange(page: string): string {
  return page.replace(/\b(\d+)-(\d+)\b/g, (range, first: string, last: string) =>
    last.length < first.length ? `${first}-${first.slice(0, first.length - last.length)}${last}` : range,
  )
}

function fieldOf(record: TaggedRecord, tag: string): string | undefined {
  return record.fields.find(field => field.tag === tag)?.value
}
