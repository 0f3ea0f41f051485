/**
 * Metadata in the making: values in the schema's form, each still with its origin. Drafts of several files
 * are laid over one another, the nearest first, before the schema checks what came out.
 */
import type { Origin } from './value-node.ts'

export interface DraftLeaf {
  readonly type: 'leaf'
  readonly value: unknown
  readonly origin: Origin
}

export interface DraftList {
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

/** Without what is undefined. */
export function map(entries: Readonly<Record<string, Draft | undefined>>, origin: Origin): DraftMap {
  const known = Object.entries(entries).flatMap(([key, one]): [string, Draft][] => (one ? [[key, one]] : []))
  return { type: 'map', entries: new Map(known), origin }
}

/** Plain data for the schema. */
export function plainOf(draft: Draft): unknown {
  if (draft.type === 'leaf') return draft.value
  if (draft.type === 'list') return draft.items.map(plainOf)
  return Object.fromEntries([...draft.entries].map(([key, one]) => [key, plainOf(one)]))
}

export function childOf(draft: Draft | undefined, step: string | number): Draft | undefined {
  if (draft?.type === 'map') return draft.entries.get(String(step))
  return draft?.type === 'list' ? draft.items[Number(step)] : undefined
}

/** The origin of what stands at `path`, or of the nearest thing around it. */
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
    draft.type === 'list' ? draft.items.map((one, index) => [index, one]) : [...draft.entries]
  return inner.flatMap(([step, one]) => leavesOf(one, [...path, step]))
}

/** The draft with `value` at `path`, whose maps are made where they are missing. What is there stays. */
export function withValue(draft: DraftMap, path: readonly string[], value: Draft): DraftMap {
  const [first, ...rest] = path
  if (first === undefined) return draft
  const old = draft.entries.get(first)
  if (rest.length === 0) return old ? draft : { ...draft, entries: new Map(draft.entries).set(first, value) }
  if (old && old.type !== 'map') return draft
  const inner = withValue(old ?? map({}, value.origin), rest, value)
  return { ...draft, entries: new Map(draft.entries).set(first, inner) }
}
