/**
 * The readers of citation-js: entries of BibTeX, RIS and EndNote's tagged format, already split into fields →
 * CSL-JSON. `bibliography/read/` recognises formats and corrects what these readers do badly.
 */
import { plugins } from '@citation-js/core'
import '@citation-js/plugin-bibtex'

/** CSL-JSON as the readers return it: keys are variables of CSL, values are not checked. */
export type RawCsl = Record<string, unknown>

/**
 * An entry of BibTeX or BibLaTeX. The values are LaTeX; fields of cross-referenced entries are not inherited.
 */
export interface LatexEntry {
  readonly type: string
  readonly label: string
  readonly properties: Readonly<Record<string, string>>
}

interface BibtexConfig {
  readonly constants: {
    readonly commands: Record<string, string>
    readonly mathCommands: Record<string, string>
    readonly diacritics: Record<string, string>
    readonly formattingCommands: Record<string, string | undefined>
    readonly formattingEnvs: Record<string, string | undefined>
    readonly argumentCommands: Record<string, (...texts: string[]) => string>
    readonly defaultStrings: Readonly<Record<string, string>>
  }
}

/** LaTeX commands by their names without the backslash. */
export interface LatexCommands {
  /** Name → the character that the command prints. */
  readonly characters: Readonly<Record<string, string>>
  /** Commands whose argument is printed without a change. */
  readonly transparent: readonly string[]
  /** Commands such as `\itshape`, which apply up to the end of their group. */
  readonly switches: readonly string[]
  /** Commands with arguments; the function has one parameter for each. */
  readonly functions: Readonly<Record<string, (...texts: string[]) => string>>
}

/** Adds commands to the LaTeX reader. Adding them again changes nothing. */
export function addLatexCommands(commands: LatexCommands): void {
  const { constants } = bibtexConfig()
  Object.assign(constants.commands, commands.characters)
  for (const name of commands.transparent) constants.formattingCommands[name] = undefined
  for (const name of commands.switches) constants.formattingEnvs[name] ??= undefined
  Object.assign(constants.argumentCommands, commands.functions)
}

/** True if the LaTeX reader knows the command `\\name`. */
export function knowsLatexCommand(name: string): boolean {
  const { constants } = bibtexConfig()
  const tables = [constants.commands, constants.mathCommands, constants.formattingCommands]
  const others = [constants.formattingEnvs, constants.argumentCommands, constants.diacritics]
  return (
    name === 'begin' || name === 'end' || [...tables, ...others].some(table => Object.hasOwn(table, name))
  )
}

/** The strings that BibTeX's own styles define, such as `cacm`, by their names in lower case. */
export function standardBibtexStrings(): Readonly<Record<string, string>> {
  return bibtexConfig().constants.defaultStrings
}

/** The works of the entries, in order. Throws if the LaTeX of a value cannot be read. */
export function readLatexEntries(entries: readonly LatexEntry[]): readonly RawCsl[] {
  return chain(entries, '@biblatex/entries+list')
}

/** Reads one record of RIS. `record`: tag → value or values; it needs the tag `TY`. */
export async function readRisRecord(record: TaggedFields): Promise<RawCsl> {
  await import('@citation-js/plugin-ris')
  return chain(record, '@ris/record')[0] ?? {}
}

/** Reads one record of EndNote. `record`: tag without its `%` → value or values; it needs the tag `0`. */
export async function readEndNoteRecord(record: TaggedFields): Promise<RawCsl> {
  await import('@citation-js/plugin-enw')
  return chain({ scheme: 'enw', fields: record }, '@enw/record')[0] ?? {}
}

type TaggedFields = Readonly<Record<string, string | readonly string[]>>

function bibtexConfig(): BibtexConfig {
  // The cast is needed because the typings of citation-js do not describe the settings of plug-ins.
  return plugins.config.get('@bibtex') as unknown as BibtexConfig
}

function chain(data: unknown, type: string): RawCsl[] {
  const options = { forceType: type, generateGraph: false }
  // The cast corrects the typings, which know neither split entries nor that all options have defaults.
  return plugins.input.chain(
    data as string,
    options as Parameters<typeof plugins.input.chain>[1],
  ) as unknown as RawCsl[]
}
