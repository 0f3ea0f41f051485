/**
 * EndNote's tagged format (`.enw`) → works. Lines are taken apart here, what the tags mean is plugin-enw's.
 * The key is `%F`.
 */
import type { VFile } from 'vfile'
import type { CslDraft } from '../../model/csl.ts'
import { cslItem } from '../../model/csl.ts'
import { readEndNoteRecord } from '../../tools/citation-js/read-bibliography.ts'
import { readWords } from './read-date.ts'
import { placesByTag, taggedRecords, valuesByTag } from './tagged-records.ts'
import type { Work } from './work.ts'
import { keyMaker } from './work-key.ts'

export async function readEnw(file: VFile): Promise<readonly Work[]> {
  const records = taggedRecords(String(file), { line: /^%(\S)(?:\s(.*))?$/, first: '0' })
  const makeKey = keyMaker()
  const works: Work[] = []
  for (const record of records) {
    const value = (tag: string) => record.fields.find(field => field.tag === tag)?.value
    const read = await readEndNoteRecord(valuesByTag(record))
    const item: CslDraft = Object.fromEntries(
      Object.entries(read).filter(([name, one]) => one !== undefined && name !== 'id'),
    )
    for (const [name, one] of Object.entries(item)) {
      // A tag that stands twice is a list; `%K` has its words on lines of its own.
      if (Array.isArray(one) && one.every(text => typeof text === 'string')) item[name] = one.join(', ')
    }
    const issued = readWords(value('8') ?? '') ?? readWords(value('D') ?? '')
    if (issued) item.issued = issued
    if (value('R') !== undefined) item.DOI ??= value('R')
    if (typeof item.page === 'string') item.page = item.page.replace(/[–—]/g, '-')
    const key = record.fields.find(field => field.tag === 'F')
    works.push({
      // The id is added; the rest is CSL-JSON.
      item: cslItem(item, key?.value ?? makeKey(item)),
      type: value('0') ?? '',
      place: record.place,
      ...(key && { keyPlace: key.place }),
      fields: placesByTag(record),
    })
  }
  return works
}
