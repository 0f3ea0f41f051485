/** The values of one author, collected while the keys of the entry are read. */
import type { Draft } from './draft.ts'
import type { MapEntry, Origin, ValueNode } from './value-node.ts'

export interface AuthorEntry {
  readonly values: Map<string, Draft>
  readonly name: Map<string, Draft>
  readonly notes: Draft[]
  readonly affiliations: ValueNode[]
  readonly marks: { mark: string; origin: Origin }[]
  readonly place: MapEntry[]
  /** The author's own wording of a note on equal contribution. */
  equalNote?: Draft
}
