/**
 * A record of tags and values → CSL, by a reader of citation-js. These readers stop at values that they do
 * not expect, such as a date that is given twice. Then one value of the tag is read, or none, and the author
 * is informed.
 */
import type { VFile } from 'vfile'
import { report } from '../../model/diagnostics.ts'
import type { RawCsl } from '../../tools/citation-js/read-bibliography.ts'
import { placesByTag, type TaggedRecord, valuesByTag } from './tagged-records.ts'

type Values = ReturnType<typeof valuesByTag>
type Reader = (values: Values) => Promise<RawCsl>

/** `type`: the tag and value that every record of the format needs. */
export async function translateRecord(
  record: TaggedRecord,
  read: Reader,
  { type, file }: { readonly type: Values; readonly file: VFile },
): Promise<RawCsl> {
  const values = { ...valuesByTag(record), ...type }
  return (await attempt(read, values)) ?? (await read(await readable(values, read, { type, file, record })))
}

async function attempt(read: Reader, values: Values): Promise<RawCsl | undefined> {
  try {
    return await read(values)
  } catch {
    return undefined
  }
}

/** The values without those at which the reader stops. */
async function readable(
  values: Values,
  read: Reader,
  { type, file, record }: { type: Values; file: VFile; record: TaggedRecord },
): Promise<Values> {
  const kept: Record<string, string | readonly string[]> = { ...type }
  for (const [tag, value] of Object.entries(values)) {
    const [first = ''] = typeof value === 'string' ? [value] : value
    const candidates = first === value ? [value] : [value, first]
    const results = await Promise.all(
      candidates.map(candidate => attempt(read, { ...kept, [tag]: candidate })),
    )
    const index = results.findIndex(result => result !== undefined)
    const candidate = candidates[index]
    if (candidate !== undefined) kept[tag] = candidate
    if (index === 0) continue
    report(file, 'bibliography-unclear', {
      reason: candidate
        ? `Unexpected second \`${tag}\` in a record, expected one`
        : `Unexpected value of \`${tag}\` in a record`,
      place: placesByTag(record).get(tag.toLowerCase()) ?? record.place,
      note: candidate ? 'The first one is used.' : 'The record is read without it.',
    })
  }
  return kept
}
