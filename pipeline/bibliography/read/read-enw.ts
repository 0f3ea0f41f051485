/**
 * A file in EndNote's tagged format (`.enw`) → its works. The lines are split here; plugin-enw translates the
 * tags. The key of a work is its `%F`, else the first name and the year.
 */
import type { VFile } from 'vfile'
import type { CslDraft } from '../../model/csl.ts'
import { cslItem } from '../../model/csl.ts'
import { readEndNoteRecord } from '../../tools/citation-js/read-bibliography.ts'
import { readWords } from './read-date.ts'
import { placesByTag, taggedRecords } from './tagged-records.ts'
import { translateRecord } from './translate-record.ts'
import type { Work } from './work.ts'
import { keyMaker } from './work-key.ts'

export async function readEnw(file: VFile): Promise<readonly Work[]> {
  const records = taggedRecords(String(file), { line: /^%(\S)(?:\s(.*))?$/, first: '0' })
  const makeKey = keyMaker()
  const works: Work[] = []
  for (const record of records) {
    const field = (tag: string) => record.fields.find(other => other.tag === tag)?.value
    const csl = await translateRecord(record, readEndNoteRecord, { type: { 0: field('0') ?? '' }, file })
    const item: CslDraft = Object.fromEntries(
      Object.entries(csl).filter(([name, value]) => value !== undefined && name !== 'id'),
    )
    for (const [name, texts] of Object.entries(item)) {
      // A repeated tag gives a list. `%K` has one keyword on each line.
      if (Array.isArray(texts) && texts.every(text => typeof text === 'string')) item[name] = texts.join(', ')
    }
    const issued = readWords(field('8') ?? '') ?? readWords(field('D') ?? '')
    if (issued) item.issued = issued
    if (field('R') !== undefined) item.DOI ??= field('R')
    if (typeof item.page === 'string') item.page = item.page.replace(/[–—]/g, '-')
    const key = record.fields.find(({ tag }) => tag === 'F')
    works.push({
      item: cslItem(item, key?.value ?? makeKey(item)),
      type: field('0') ?? '',
      place: record.place,
      ...(key && { keyPlace: key.place }),
      fields: placesByTag(record),
    })
  }
  return works
}
