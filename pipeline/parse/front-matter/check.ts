/**
 * A draft → `Metadata`, checked by the schema. Each value that the schema refuses is reported at its position
 * and removed, until the rest is valid.
 */
import type { z } from 'zod'
import { type Metadata, metadataSchema } from '../../model/metadata.ts'
import { type Draft, originAt, plainOf } from './draft.ts'
import type { Reading } from './reading.ts'

type Path = (string | number)[]

export function checkMetadata(draft: Draft, reading: Reading): Metadata {
  const value = plainOf(draft)
  // A missing value cannot be removed. Then the value around it is removed, one level further up each time.
  for (let climb = 0; ; ) {
    const checked = metadataSchema.safeParse(value)
    if (checked.success) return checked.data
    const before = JSON.stringify(value)
    for (const issue of climb === 0 ? checked.error.issues : [])
      reportInvalid(issue, value, { draft, reading })
    for (const issue of checked.error.issues) {
      const path = stepsOf(issue)
      removeAt(value, path.slice(0, Math.max(1, path.length - climb)))
    }
    closeLists(value)
    climb = JSON.stringify(value) === before ? climb + 1 : 0
  }
}

function reportInvalid(
  issue: z.core.$ZodIssue,
  value: unknown,
  places: { draft: Draft; reading: Reading },
): void {
  const path = stepsOf(issue)
  const refused = path.reduce<unknown>((inner, step) => asRecord(inner)[step], value)
  places.reading.invalid(
    originAt(places.draft, path),
    typeof refused === 'object' ? '…' : String(refused),
    expectedBy(issue),
  )
}

/** The schema's names of kinds of values → words for authors. */
const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  boolean: 'yes or no',
  array: 'a list',
  object: 'keys with values',
  record: 'keys with values',
}

/** What a value should be: in the words of our schema, or else by its kind. */
function expectedBy(issue: z.core.$ZodIssue): string {
  const own = 'expected '
  if (issue.message.startsWith(own)) return issue.message.slice(own.length)
  if (issue.code === 'invalid_value') return `one of ${issue.values.map(String).join(', ')}`
  return (issue.code === 'invalid_type' && kinds[issue.expected]) || 'another value'
}

function stepsOf(issue: z.core.$ZodIssue): Path {
  return issue.path.filter(step => typeof step !== 'symbol')
}

function removeAt(value: unknown, path: readonly (string | number)[]): void {
  const last = path.at(-1)
  const parent = path.slice(0, -1).reduce<unknown>((inner, step) => asRecord(inner)[step], value)
  if (last === undefined) throw new Error('The metadata schema refuses empty metadata')
  // A removed list item leaves a gap until all issues are handled: closing it would shift their paths.
  if (Array.isArray(parent)) parent[Number(last)] = undefined
  else delete asRecord(parent)[last]
}

function closeLists(value: unknown): void {
  if (Array.isArray(value)) value.splice(0, value.length, ...value.filter(item => item !== undefined))
  for (const inner of Object.values(asRecord(value))) closeLists(inner)
}

/** The value as a record. A list is a record of its items by index; any other value is an empty record. */
function asRecord(value: unknown): Record<string | number, unknown> {
  // The cast is safe: every object can be read by index.
  return typeof value === 'object' && value !== null ? (value as Record<string | number, unknown>) : {}
}
