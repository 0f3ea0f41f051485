/**
 * The type of a check of the references: a function from the works to its findings. Checks report nothing
 * themselves; `reference-checks/index.ts` does, at the place of each finding.
 */
import type { ReferenceSource } from '../../model/article.ts'
import type { CslItem } from '../../model/csl.ts'
import type { RuleId } from '../../model/diagnostics.ts'
import type { JournalNames } from './journal-names.ts'
import type { Notice } from './notices.ts'

/**
 * How closely the references are checked. `build`: clear mistakes in the cited works. `cited`: in the cited
 * works, everything that a copy editor would ask about. `all`: the same for all works.
 */
export type CheckDepth = 'build' | 'cited' | 'all'

export interface ReferenceList {
  /** The works to check. */
  readonly works: readonly CslItem[]
  /** All works of the bibliography. */
  readonly all: readonly CslItem[]
  /** The keys of works that the article cites or lists. */
  readonly cited: ReadonlySet<string>
  readonly sources: ReadonlyMap<string, ReferenceSource>
  readonly depth: CheckDepth
  /** The year of the article itself, if its metadata have a date. */
  readonly year?: number
  /** True if the style prints short titles of journals. */
  readonly hasShortTitles: boolean
  /** The list of journals, if one was given. */
  readonly journals?: JournalNames
  /** Retractions, corrections and other notices, by the key of the work that they are about. */
  readonly notices: ReadonlyMap<string, readonly Notice[]>
  /** Keys of works that the author knows to be retracted. */
  readonly citedAsRetracted: ReadonlySet<string>
}

export interface Finding {
  readonly rule: RuleId
  /** The key of the work. */
  readonly key: string
  /** The CSL variable that is wrong: its field is the place of the message. */
  readonly variable?: string
  /** True if the finding is about the whole file that contains the work. */
  readonly isOfFile?: boolean
  readonly reason: string
  readonly note?: string
  readonly expected?: readonly string[]
}

export type ReferenceCheck = (list: ReferenceList) => readonly Finding[]
