/**
 * A draft → `Metadata`: the schema has the last word. What it refuses is reported where it stands and taken
 * away, until what is left is valid.
 */
import type { z } from 'zod'
import { type Metadata, metadataSchema } from '../../model/metadata.ts'
import { type Draft, originAt, plainOf } from './draft.ts'
import type { Reading } from './reading.ts'

type Path = (string | number)[]

export function checkMetadata(draft: Draft, reading: Reading): Metadata {
  const value = plainOf(draft)
  // What misses something has nothing to take away: then what it stands in goes, one step further up each
  // time.
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
  const found = path.reduce<unknown>((inner, step) => asRecord(inner)[step], value)
  places.reading.invalid(
    originAt(places.draft, path),
    typeof found === 'object' ? '…' : String(found),
    issue.message.replace(/^Invalid input: |^expected /g, ''),
  )
}

function stepsOf(issue: z.core.$ZodIssue): Path {
  return issue.path.filter(step => typeof step !== 'symbol')
}

function removeAt(value: unknown, path: readonly (string | number)[]): void {
  const last = path.at(-1)
  const parent = path.slice(0, -1).reduce<unknown>((inner, step) => asRecord(inner)[step], value)
  if (last === undefined) throw new Error('The schema of the front matter refuses an empty one')
  // A list keeps its places until all issues are dealt with: closing it would shift their paths.
  if (Array.isArray(parent)) parent[Number(last)] = undefined
  else delete asRecord(parent)[last]
}

function closeLists(value: unknown): void {
  if (Array.isArray(value)) value.splice(0, value.length, ...value.filter(item => item !== undefined))
  for (const inner of Object.values(asRecord(value))) closeLists(inner)
}

/** Lists count as records of their places. */
function asRecord(value: unknown): Record<string | number, unknown> {
  // Checked just here; the index signature is what every object has.
  return typeof value === 'object' && value !== null ? (value as Record<string | number, unknown>) : {}
}
