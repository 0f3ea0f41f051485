/** Builds a manuscript in a process of its own, so that a crash or a hang is a result like any other. */
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Entry } from './entries.ts'
import type { Parts } from './parts.ts'

export interface Built {
  /** `crash` and `hang` with what was said last. */
  readonly ended: 'done' | 'crash' | 'hang'
  readonly said: string
  /** As the command line prints them, paths relative to the entry. */
  readonly messages: readonly string[]
  readonly errors: number
  readonly pages: number
  /** The words of the text in order, without citations, formulas and what Offprint adds. */
  readonly words: readonly string[]
  /** Likewise of the abstract, which may have stood in the text. */
  readonly abstract: readonly string[]
  readonly parts: Parts | undefined
  /** The text that was read, where it came from one file. */
  readonly source: string | undefined
}

const program = fileURLToPath(new URL('./build-one.ts', import.meta.url))
const LIMIT = 120_000
const nothing = {
  messages: [],
  errors: 0,
  pages: 0,
  words: [],
  abstract: [],
  parts: undefined,
  source: undefined,
} as const

export function buildInChild(entry: Entry, output: string): Promise<Built> {
  return new Promise(done => {
    const options = { timeout: LIMIT, killSignal: 'SIGKILL', maxBuffer: 1 << 28 } as const
    execFile(process.execPath, [program, entry.path, output], options, (error, stdout, stderr) => {
      const said = stderr.trim().split('\n').slice(-12).join('\n')
      if (error?.killed) return done({ ...nothing, ended: 'hang', said })
      if (error) return done({ ...nothing, ended: 'crash', said })
      // Written by build-one.ts just now.
      const built = JSON.parse(stdout) as Omit<Built, 'ended' | 'said'>
      done({ ...built, ended: 'done', said })
    })
  })
}
