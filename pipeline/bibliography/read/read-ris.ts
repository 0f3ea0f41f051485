/**
 * RIS → works. Lines are taken apart here, what the tags mean is plugin-ris's; what it lets go is put back.
 * The key is the record's `ID`, else its name and year.
 */
import type { VFile } from 'vfile'
import { cslItem } from '../../model/csl.ts'
import { type RawCsl, readRisRecord } from '../../tools/citation-js/read-bibliography.ts'
import { readWords, readYearMonth } from './read-date.ts'
import { placesByTag, type TaggedRecord, taggedRecords, valuesByTag } from './tagged-records.ts'
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
    const item = mendRis(await readRisRecord({ ...valuesByTag(record), TY: typeOf(record) }), record)
    const id = record.fields.find(field => field.tag === 'ID')
    works.push({
      // The id is added; the rest is CSL-JSON.
      item: cslItem(item, id?.value ?? makeKey(item)),
      type: record.fields[0]?.value ?? '',
      place: record.place,
      ...(id && { keyPlace: id.place }),
      fields: placesByTag(record),
    })
  }
  return works
}

/** `Journ` is JOUR too. */
function typeOf(record: TaggedRecord): string {
  return (record.fields[0]?.value ?? '').toUpperCase().replace('JOURN', 'JOUR')
}

function mendRis(read: RawCsl, record: TaggedRecord): RawCsl {
  const item: RawCsl = {}
  for (const [name, value] of Object.entries(read)) {
    // The plug-in gives a list where a tag stands twice.
    const isTexts = Array.isArray(value) && value.every(one => typeof one === 'string')
    if (value !== undefined && name !== 'id') item[name] = isTexts ? value[0] : value
  }
  const first = (...tags: readonly string[]) =>
    tags.flatMap(tag => record.fields.find(field => field.tag === tag)?.value ?? [])[0] ?? ''
  item.type ??= 'document'
  for (const variable of ['author', 'editor', 'translator']) {
    const names = item[variable]
    if (Array.isArray(names)) item[variable] = names.map(nameOf)
  }
  // A date with a year alone in `DA`, and a day in words, are read as authors write them.
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

/** A name of several words without a comma is a body's; so it is here too, without what was around it. */
function nameOf(name: unknown): unknown {
  if (typeof name !== 'object' || name === null) return name
  const parts = Object.entries(name).map(([part, text]) => [
    part,
    typeof text === 'string' ? text.trim() : text,
  ])
  return Object.fromEntries(parts.filter(([, text]) => text !== '' && text !== undefined))
}
