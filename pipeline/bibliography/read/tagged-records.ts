/**
 * The text of a format with one tag on each line (`TY  - JOUR`, `PMID- 123`, `%A Doe, J.`) → its records,
 * with the places of their fields. A line without a tag continues the field before it.
 */
import type { Position } from 'unist'
import { textPlaces } from './text-places.ts'

interface TaggedField {
  readonly tag: string
  readonly value: string
  readonly place: Position
}

export interface TaggedRecord {
  readonly fields: readonly TaggedField[]
  readonly place: Position
}

interface TaggedFormat {
  /** Matches a line with a tag; its groups are the tag and the value. */
  readonly line: RegExp
  /** The tag that begins a record. */
  readonly first: string
  /** The tag that ends a record, if the format has one. */
  readonly last?: string
}

export function taggedRecords(
  text: string,
  { line: pattern, first, last }: TaggedFormat,
): readonly TaggedRecord[] {
  const places = textPlaces(text)
  const records: { fields: { tag: string; value: string; place: Position }[]; from: number; to: number }[] =
    []
  let at = 0
  let isOpen = false
  for (const written of text.split('\n')) {
    const line = written.trimEnd()
    const [, tag, value = ''] = pattern.exec(line) ?? []
    const end = at + line.length
    const record = records.at(-1)
    if (tag === first) {
      records.push({
        fields: [{ tag, value: value.trim(), place: places.range(at, end) }],
        from: at,
        to: end,
      })
      isOpen = true
    } else if (record && isOpen) {
      const field = record.fields.at(-1)
      if (tag === last && last !== undefined) isOpen = false
      else if (tag !== undefined)
        record.fields.push({ tag, value: value.trim(), place: places.range(at, end) })
      else if (field && line.trim() !== '') {
        field.value = `${field.value} ${line.trim()}`.trim()
        field.place = { ...field.place, end: places.point(end) }
      }
      if (line !== '') record.to = end
    }
    at += written.length + 1
  }
  return records.map(({ fields, from, to }) => ({
    fields: fields.filter(field => field.value !== ''),
    place: places.range(from, to),
  }))
}

/** The values of a record: tag → its value, or the list of its values if the tag is repeated. */
export function valuesByTag(record: TaggedRecord): Readonly<Record<string, string | readonly string[]>> {
  const values = Map.groupBy(record.fields, ({ tag }) => tag)
  return Object.fromEntries(
    [...values].map(([tag, [first, ...others]]) => [
      tag,
      others.length === 0 ? (first?.value ?? '') : [first, ...others].map(field => field?.value ?? ''),
    ]),
  )
}

/** The places of a record: tag in lower case → the place of its first field. */
export function placesByTag(record: TaggedRecord): ReadonlyMap<string, Position> {
  return new Map(record.fields.toReversed().map(({ tag, place }) => [tag.toLowerCase(), place]))
}
