/**
 * Metadata before it is checked: values in the schema's form, each with its origin. The drafts of several
 * files are merged, the nearest file first; then the schema checks the result.
 */
import type { Origin } from './value-node.ts'

interface DraftLeaf {
  readonly type: 'leaf'
  readonly value: unknown
  readonly origin: Origin
}

interface DraftList {
  readonly type: 'list'
  readonly items: readonly Draft[]
  readonly origin: Origin
}

export interface DraftMap {
  readonly type: 'map'
  readonly entries: ReadonlyMap<string, Draft>
  readonly origin: Origin
}

export type Draft = DraftLeaf | DraftList | DraftMap
export type Path = readonly (string | number)[]

export function leaf(value: unknown, origin: Origin): DraftLeaf {
  return { type: 'leaf', value, origin }
}

export function list(items: readonly Draft[], origin: Origin): DraftList {
  return { type: 'list', items, origin }
}

/** A map of the entries that are not undefined. */
export function map(entries: Readonly<Record<string, Draft | undefined>>, origin: Origin): DraftMap {
  const defined = Object.entries(entries).flatMap(([key, value]): [string, Draft][] =>
    value ? [[key, value]] : [],
  )
  return { type: 'map', entries: new Map(defined), origin }
}

/** A draft as plain data, without origins, for the schema. */
export function plainOf(draft: Draft): unknown {
  if (draft.type === 'leaf') return draft.value
  if (draft.type === 'list') return draft.items.map(plainOf)
  return Object.fromEntries([...draft.entries].map(([key, value]) => [key, plainOf(value)]))
}

function childOf(draft: Draft | undefined, step: string | number): Draft | undefined {
  if (draft?.type === 'map') return draft.entries.get(String(step))
  return draft?.type === 'list' ? draft.items[Number(step)] : undefined
}

/** The origin of the value at `path` or, if there is none, of the innermost value around it. */
export function originAt(draft: Draft, path: Path): Origin {
  let inner: Draft = draft
  for (const step of path) {
    const next = childOf(inner, step)
    if (!next) break
    inner = next
  }
  return inner.origin
}

/** All values with their paths, in order. */
export function leavesOf(draft: Draft, path: Path = []): readonly { path: Path; leaf: DraftLeaf }[] {
  if (draft.type === 'leaf') return [{ path, leaf: draft }]
  const inner: [string | number, Draft][] =
    draft.type === 'list' ? draft.items.map((item, index) => [index, item]) : [...draft.entries]
  return inner.flatMap(([step, child]) => leavesOf(child, [...path, step]))
}

/** Adds `value` at `path` and the maps on the way to it. A value that exists already stays. */
export function withValue(draft: DraftMap, path: readonly string[], value: Draft): DraftMap {
  const [first, ...rest] = path
  if (first === undefined) return draft
  const old = draft.entries.get(first)
  if (rest.length === 0) return old ? draft : { ...draft, entries: new Map(draft.entries).set(first, value) }
  if (old && old.type !== 'map') return draft
  const inner = withValue(old ?? map({}, value.origin), rest, value)
  return { ...draft, entries: new Map(draft.entries).set(first, inner) }
}
