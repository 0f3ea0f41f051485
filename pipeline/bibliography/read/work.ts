/** A work as a bibliography has it: what every reader of a format gives. */
import type { Position } from 'unist'
import type { CslItem } from '../../model/csl.ts'

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
