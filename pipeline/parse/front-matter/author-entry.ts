/** One author, while the keys of the entry are gone through. */
import type { Draft } from './draft.ts'
import type { MapEntry, Origin, ValueNode } from './value-node.ts'

export interface AuthorEntry {
  readonly values: Map<string, Draft>
  readonly name: Map<string, Draft>
  readonly notes: Draft[]
  readonly affiliations: ValueNode[]
  readonly marks: { mark: string; origin: Origin }[]
  readonly place: MapEntry[]
  /** The author's own words for an equal contribution. */
  equalNote?: Draft
}
