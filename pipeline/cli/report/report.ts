/** What reporters have in common. */
import type { Message } from './messages.ts'

/** What a reporter gets. */
export interface Report {
  readonly messages: readonly Message[]
  /** The folder in which the user gave the command: paths that people read begin here. */
  readonly from: string
  /** The folder of the repository: paths that a service reads begin here. */
  readonly root: string
  /** Whether warnings count as errors. */
  readonly isStrict: boolean
  /** The version of Offprint. */
  readonly version: string
}

/** Returns the whole text of the report. */
export type Reporter = (report: Report) => string
