/** A work as a bibliography has it: what every reader of a format gives. */
import type { Position } from 'unist'
import type { CslItem } from '../../tools/citation-js/citation-js.ts'

export interface Work {
  readonly item: CslItem
  /** Its type as written, `article`, `JOUR`; empty where its format has none. */
  readonly type: string
  /** The whole entry. */
  readonly place?: Position
  /** The key alone, where the entry has one. */
  readonly keyPlace?: Position
  /** Where its fields stand, by their names as written, in lower case. */
  readonly fields: ReadonlyMap<string, Position>
  /** Other keys that it may be cited by (biblatex, `ids`). */
  readonly aliases?: readonly string[]
}

/** A CSL item in the making; the keys are variables of CSL 1.0.2. */
export type CslDraft = Record<string, unknown>

/** A name in CSL-JSON. */
export interface CslName {
  family?: string
  given?: string
  suffix?: string
  'non-dropping-particle'?: string
  literal?: string
}

/** A date in CSL-JSON; an open end is `[0]`, as other processors have it. */
export interface CslDate {
  'date-parts'?: readonly (readonly number[])[]
  season?: number
  circa?: boolean
  literal?: string
}
