/** What the commands share: the user's folder, the folder of the journals, options with paths. */
import { delimiter } from 'node:path'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { isPath, resolve, slashed } from '../host/paths.ts'
import { type Dialect, dialectNamed, dialects } from '../model/dialect.ts'

export { shippedJournals as library } from '../journal/shipped-journals.ts'

/**
 * The folder in which the user gave the command. npm runs scripts in the folder of the package, and names the
 * user's folder in INIT_CWD.
 */
export function here(): string {
  return slashed(process.env.npm_lifecycle_event ? (process.env.INIT_CWD ?? process.cwd()) : process.cwd())
}

/** A journal by name, or the absolute path of its folder. */
export function styleOf({ style }: { readonly style?: string }): string | undefined {
  return style !== undefined && isPath(style) ? resolve(here(), style) : style
}

/** A CSL style by name or address, or the absolute path of its file. */
export function cslOf({ csl }: { readonly csl?: string }): string | undefined {
  return csl !== undefined && isPath(csl) && !/^https?:/.test(csl) ? resolve(here(), csl) : csl
}

/** The option `--dialect`, which the commands share that read a manuscript. */
export function dialectOption(): Option {
  return new Option(
    '--dialect <name>',
    `the dialect of the Markdown: ${dialects.join(', ')} (default: as the manuscript says)`,
  ).argParser((value: string): Dialect => {
    const dialect = dialectNamed(value)
    if (dialect) return dialect
    throw new InvalidArgumentError(`Unexpected "${value}", expected one of ${dialects.join(', ')}.`)
  })
}

export interface ReferenceFlags {
  readonly retractions?: string
  readonly journalAbbreviations?: string
}

/** The lists that references are checked against: from the options, else from the environment. */
export function referenceFiles(flags: ReferenceFlags = {}) {
  const absolute = (path: string | undefined) => (path ? resolve(here(), path) : undefined)
  return {
    retractions: absolute(flags.retractions ?? process.env.OFFPRINT_RETRACTIONS),
    journalAbbreviations: absolute(flags.journalAbbreviations ?? process.env.OFFPRINT_JOURNAL_ABBREVIATIONS),
  }
}

export interface TrustFlags {
  readonly readFrom?: readonly string[]
  readonly trust?: boolean
}

/** Adds the options about what a manuscript may read. */
export function addTrustOptions(command: Command): Command {
  return command
    .option(
      '--read-from <folder>',
      'a folder that the manuscript may read beside its own and its repository; may be repeated',
      (folder: string, folders: readonly string[] = []) => [...folders, folder],
    )
    .option('--trust', 'the manuscript may read any file')
}

/** What the manuscript may read: from the options and the environment. */
export function trustOf({ readFrom = [], trust }: TrustFlags) {
  const shared = (process.env.OFFPRINT_READ_FROM ?? '').split(delimiter).filter(folder => folder !== '')
  return { readFrom: [...readFrom, ...shared].map(folder => resolve(here(), folder)), isTrusted: trust }
}
