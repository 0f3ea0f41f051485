/**
 * A RIS file → its works. The lines are split here; plugin-ris translates the tags, and the values that it
 * drops are added here. The key of a work is its `ID`, else the first name and the year.
 */
import type { VFile } from 'vfile'
import { cslItem } from '../../model/csl.ts'
import { type RawCsl, readRisRecord } from '../../tools/citation-js/read-bibliography.ts'
import { isRecord } from '../../values/record.ts'
import { readWords, readYearMonth } from './read-date.ts'
import { placesByTag, type TaggedRecord, taggedRecords } from './tagged-records.ts'
import { translateRecord } from './translate-record.ts'
import type { Work } from './work.ts'
import { keyMaker } from './work-key.ts'

export async function readRis(file: VFile): Promise<readonly Work[]> {
  const records = taggedRecords(String(file), {
    line: /^\s*([A-Z][A-Z0-9])\s{1,2}-(?:\s(.*))?$/,
    first: 'TY',
    last: 'ER',
  })
  const makeKey = keyMaker()
  const works: Work[] = []
  for (const record of records) {
    const csl = await translateRecord(record, readRisRecord, { type: { TY: typeOf(record) }, file })
    const item = mendRis(csl, record)
    const id = record.fields.find(field => field.tag === 'ID')
    works.push({
      item: cslItem(item, id?.value ?? makeKey(item)),
      type: record.fields[0]?.value ?? '',
      place: record.place,
      ...(id && { keyPlace: id.place }),
      fields: placesByTag(record),
    })
  }
  return works
}

/** The type of the record; some programs write `Journ` for `JOUR`. */
function typeOf(record: TaggedRecord): string {
  return (record.fields[0]?.value ?? '').toUpperCase().replace('JOURN', 'JOUR')
}

function mendRis(csl: RawCsl, record: TaggedRecord): RawCsl {
  const item: RawCsl = {}
  for (const [name, value] of Object.entries(csl)) {
    // The plug-in gives a list for a repeated tag; the first value is used.
    const isTexts = Array.isArray(value) && value.every(text => typeof text === 'string')
    if (value !== undefined && name !== 'id') item[name] = isTexts ? value[0] : value
  }
  const first = (...tags: readonly string[]) =>
    tags.flatMap(tag => record.fields.find(field => field.tag === tag)?.value ?? [])[0] ?? ''
  item.type ??= 'document'
  for (const variable of ['author', 'editor', 'translator']) {
    const names = item[variable]
    if (Array.isArray(names)) item[variable] = names.map(trimmedName)
  }
  // Authors also write a year alone in `DA`, and dates in words.
  const date = first('DA', 'PY', 'Y1')
  const words = readWords(date.replace(/\/+$/, '').replace(/\/+/g, '/'))
  const issued = words ?? readYearMonth(first('PY', 'Y1', 'DA'))
  if (issued) item.issued = issued
  const [start, end] = [first('SP'), first('EP')]
  if (start !== '')
    item.page = end !== '' && !start.includes('-') && end !== start ? `${start}-${end}` : start
  if (item.page !== undefined) item.page = String(item.page).replace(/[–—]/g, '-')
  item['container-title'] ??= first('T2', 'JF', 'JO', 'JA') || undefined
  item.URL ??= first('UR') || undefined
  item.abstract ??= first('AB', 'N2') || undefined
  return item
}

/** A name with its parts trimmed and without empty parts. */
function trimmedName(name: unknown): unknown {
  if (!isRecord(name)) return name
  const parts = Object.entries(name).map(([part, text]) => [
    part,
    typeof text === 'string' ? text.trim() : text,
  ])
  return Object.fromEntries(parts.filter(([, text]) => text !== '' && text !== undefined))
}
