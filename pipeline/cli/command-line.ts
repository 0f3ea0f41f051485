/** What the commands share: where the user stands, where the journals are, how messages are said. */
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { VFile } from 'vfile'

export const library = fileURLToPath(new URL('../../styles', import.meta.url))
/** Where the user stands: npm runs scripts in the folder of the package, and says where it was called. */
export const here = process.env.npm_lifecycle_event ? (process.env.INIT_CWD ?? process.cwd()) : process.cwd()

/** A journal by name, or the absolute path of its folder. */
export function styleOf({ style }: { readonly style?: string }): string | undefined {
  return style?.includes('/') ? resolve(here, style) : style
}

/** A CSL style by name or address, or the absolute path of its file. */
export function cslOf({ csl }: { readonly csl?: string }): string | undefined {
  return csl?.includes('/') && !/^https?:/.test(csl) ? resolve(here, csl) : csl
}

export interface ReferenceFlags {
  readonly retractions?: string
  readonly journalAbbreviations?: string
}

/** The lists that references are held against, by option or else by the environment. */
export function referenceFiles(flags: ReferenceFlags = {}) {
  const absolute = (path: string | undefined) => (path ? resolve(here, path) : undefined)
  return {
    retractions: absolute(flags.retractions ?? process.env.OFFPRINT_RETRACTIONS),
    journalAbbreviations: absolute(flags.journalAbbreviations ?? process.env.OFFPRINT_JOURNAL_ABBREVIATIONS),
  }
}

/** Prints the messages; returns the exit status that they mean. */
export function sayMessages(files: readonly VFile[], console: typeof import('./report/terminal.ts')): 0 | 1 {
  for (const line of console.messageLines(files, here)) process.stderr.write(`${line}\n`)
  const tally = console.tally(files)
  if (tally.error + tally.warning > 0) process.stderr.write(`${console.tallyText(tally)}\n`)
  return tally.error > 0 ? 1 : 0
}
