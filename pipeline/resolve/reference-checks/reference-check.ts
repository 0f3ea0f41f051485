/**
 * What a check of the references is: a plain function from the works to what it found. Checks report nothing
 * themselves; `index.ts` finds the place of each finding.
 */
import type { ReferenceSource } from '../../model/article.ts'
import type { CslItem } from '../../model/csl.ts'
import type { RuleId } from '../../model/diagnostics.ts'
import type { JournalNames } from './journal-names.ts'
import type { Notice } from './notices.ts'

/**
 * How closely the references are looked at. `build`: the cited works, what is plainly wrong. `cited`: the cited
 * works, whatever a copy editor would ask. `all`: the uncited ones too.
 */
export type CheckDepth = 'build' | 'cited' | 'all'

export interface ReferenceList {
  /** The works to look at. */
  readonly works: readonly CslItem[]
  /** All that the bibliography has. */
  readonly all: readonly CslItem[]
  /** The keys of what the article cites or lists. */
  readonly cited: ReadonlySet<string>
  readonly sources: ReadonlyMap<string, ReferenceSource>
  readonly depth: CheckDepth
  /** The year of the article itself, where it says one. */
  readonly year?: number
  /** The style prints the short titles of journals. */
  readonly hasShortTitles: boolean
  /** What is known of journals, where a list of them was given. */
  readonly journals?: JournalNames
  /** Retractions and the like, by the key of the work they are about. */
  readonly notices: ReadonlyMap<string, readonly Notice[]>
  /** Keys of works that the author knows to be retracted. */
  readonly citedAsRetracted: ReadonlySet<string>
}

export interface Finding {
  readonly rule: RuleId
  /** The key of the work that it is about. */
  readonly key: string
  /** The CSL variable that it is about: its field is the place of the message. */
  readonly variable?: string
  /** It is about the whole file that the work stands in. */
  readonly isOfFile?: boolean
  readonly reason: string
  readonly note?: string
  readonly expected?: readonly string[]
}

export type ReferenceCheck = (list: ReferenceList) => readonly Finding[]
