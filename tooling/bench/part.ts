/** The parts of `npm run bench:pages`: what each is given, and what it answers. */
import type { Options } from './options.ts'

export interface PartInput {
  readonly options: Options
  /** The journal, by name. */
  readonly style: string
  /** A temporary folder: generated articles, and PDFs that nobody wants to keep. */
  readonly folder: string
  readonly onProgress: (step: string) => void
}

export interface Result {
  /** Tables, to be printed as they are. */
  readonly text: string
  /** Whether all targets of this part are reached. */
  readonly isReached: boolean
}
