/**
 * The readers of citation-js: entries of BibTeX, RIS and EndNote's tagged format, already taken apart into
 * fields → CSL-JSON. Which file has which format, and what these readers do badly, is settled in `parse/bibliography/`.
 */
import { plugins } from '@citation-js/core'
import '@citation-js/plugin-bibtex'

/** CSL-JSON as the readers give it: keys are variables of CSL, values are not checked. */
export type RawCsl = Record<string, unknown>

/** An entry of BibTeX or BibLaTeX; the values are LaTeX, nothing is inherited. */
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

/** Commands of LaTeX, by their names without the backslash. */
export interface LatexCommands {
  /** Name → the character that it stands for. */
  readonly characters: Readonly<Record<string, string>>
  /** Commands whose argument is set as it is. */
  readonly transparent: readonly string[]
  /** Commands like `\itshape`, up to the end of their group. */
  readonly switches: readonly string[]
  /** Commands with arguments, the number of which the function's length is. */
  readonly functions: Readonly<Record<string, (...texts: string[]) => string>>
}

/** Tells the reader of LaTeX of further commands; the same ones again change nothing. */
export function addLatexCommands(commands: LatexCommands): void {
  const { constants } = bibtexConfig()
  Object.assign(constants.commands, commands.characters)
  for (const name of commands.transparent) constants.formattingCommands[name] = undefined
  for (const name of commands.switches) constants.formattingEnvs[name] ??= undefined
  Object.assign(constants.argumentCommands, commands.functions)
}

/** True where the reader of LaTeX has a meaning for `\\name`. */
export function knowsLatexCommand(name: string): boolean {
  const { constants } = bibtexConfig()
  const tables = [constants.commands, constants.mathCommands, constants.formattingCommands]
  const others = [constants.formattingEnvs, constants.argumentCommands, constants.diacritics]
  return name === 'begin' || name === 'end' || [...tables, ...others].some(table => name in table)
}

/** The names that BibTeX's own styles define, such as `cacm`, by names in lower case. */
export function standardBibtexStrings(): Readonly<Record<string, string>> {
  return bibtexConfig().constants.defaultStrings
}

/** In order. Throws where the LaTeX of one of the values cannot be read. */
export function readLatexEntries(entries: readonly LatexEntry[]): readonly RawCsl[] {
  return chain(entries, '@biblatex/entries+list')
}

/** `record`: tag → value or values, with `TY`. */
export async function readRisRecord(record: TaggedFields): Promise<RawCsl> {
  await import('@citation-js/plugin-ris')
  return chain(record, '@ris/record')[0] ?? {}
}

/** `record`: tag without its `%` → value or values, with `0`. */
export async function readEndNoteRecord(record: TaggedFields): Promise<RawCsl> {
  await import('@citation-js/plugin-enw')
  return chain({ scheme: 'enw', fields: record }, '@enw/record')[0] ?? {}
}

export type TaggedFields = Readonly<Record<string, string | readonly string[]>>

function bibtexConfig(): BibtexConfig {
  // The typings of citation-js leave the settings of its plug-ins open.
  return plugins.config.get('@bibtex') as unknown as BibtexConfig
}

function chain(data: unknown, type: string): RawCsl[] {
  const options = { forceType: type, generateGraph: false }
  // The typings know neither entries that are taken apart nor that all options have defaults.
  return plugins.input.chain(
    data as string,
    options as Parameters<typeof plugins.input.chain>[1],
  ) as unknown as RawCsl[]
}
