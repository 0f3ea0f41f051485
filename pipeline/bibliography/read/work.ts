/** One work of a bibliography file with its places: the result of all readers of formats. */
import type { Position } from 'unist'
import type { CslItem } from '../../model/csl.ts'

export interface Work {
  readonly item: CslItem
  /** The type as written, `article` or `JOUR`. Empty if the entry has no type. */
  readonly type: string
  /** The place of the whole entry. */
  readonly place?: Position
  /** The place of the key, if the entry has one. */
  readonly keyPlace?: Position
  /** Name of a field in lower case → its place. */
  readonly fields: ReadonlyMap<string, Position>
  /** Further keys by which the work can be cited (`ids` in BibLaTeX). */
  readonly aliases?: readonly string[]
}
