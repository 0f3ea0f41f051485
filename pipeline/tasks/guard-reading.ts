/** What a manuscript and the journal that it names may read: a stranger has written them. */
import { homeFolder } from '../host/cache-home.mjs'
import { type GuardedHost, guardedHost, type Host } from '../host/index.ts'
import { dirname, isBelow, join, slashed } from '../host/paths.ts'
import type { Manuscript } from '../model/article.ts'
import { report } from '../model/diagnostics.ts'
import { projectRoot, type ReferenceFiles } from '../resolve/index.ts'
import { findSettings } from './settings/find-settings.ts'

export interface Trust {
  /** Folders that the manuscript may read beside its own and its repository. Absolute paths. */
  readonly readFrom?: readonly string[] | undefined
  /** True if the manuscript may read any file, and its links lead the output anywhere. */
  readonly isTrusted?: boolean | undefined
  /**
   * The options that the caller has not given, but the `offprint.yml` of the project: a stranger may have
   * written it. `output` also for the usual folder.
   */
  readonly fromSettings?: readonly SettingsOption[] | undefined
}

export type SettingsOption = 'style' | 'csl' | 'output' | 'retractions' | 'journalAbbreviations'

export interface ReadingHosts {
  /** For what the manuscript names. */
  readonly manuscript: Host
  /** For what a journal reads that the manuscript names: also the files of Offprint. */
  readonly journal: Host
  /** For what the caller names. */
  readonly caller: Host
  /** Reports files that were refused and that nobody has reported. */
  readonly reportUntold: (manuscript: Manuscript) => void
}

interface ReadingInput extends Trust {
  /** Absolute path of the manuscript: its folder or its Markdown file. */
  readonly path: string
  /** Absolute path of the folder of the journals that come with Offprint. */
  readonly library: string
  readonly references?: Partial<ReferenceFiles> | undefined
}

/** Settings of a project, which may be in folders above its manuscripts. */
const settings = [
  '_metadata.yml',
  '_quarto.yml',
  'myst.yml',
  '_bookdown.yml',
  'metadata.yaml',
  'metadata.yml',
]

/** Where Debian has the styles and locales of CSL. */
const sharedStyles = '/usr/share/citation-style-language'

/**
 * A host for reading a manuscript only. `path`: absolute, its folder or its Markdown file. `named`: files
 * that the caller names.
 */
export async function guardManuscript(
  path: string,
  host: Host,
  named: readonly string[] = [],
): Promise<Host> {
  return guardedHost(host, { folders: [...(await foldersOf(path, host)), ...named], above: settings })
}

export async function guardReading(input: ReadingInput, host: Host): Promise<ReadingHosts> {
  if (input.isTrusted) return { manuscript: host, journal: host, caller: host, reportUntold: () => {} }
  const { path, library, readFrom = [], fromSettings = [] } = input
  const folders = [...(await foldersOf(path, host)), ...readFrom, ...listsOf(input)]
  if (fromSettings.some(option => option !== 'output')) folders.push(...(await settingsFolder(path, host)))
  const { OFFPRINT_CSL: styles } = process.env
  const program = dirname(library)
  const modules = [program, process.cwd()].map(at => join(at, 'node_modules'))
  const ofOffprint = [program, modulesAround(library), ...modules]
  const shared = [...ofOffprint, sharedStyles, ...(styles ? [styles] : [])]
  const manuscript = guardedHost(host, { folders, above: settings })
  const journal = guardedHost(host, { folders: [...folders, ...shared], above: settings })
  const reportUntold = (read: Manuscript) => reportRefusals(read, [manuscript, journal])
  return { manuscript, journal, caller: host, reportUntold }
}

/** The lists that the caller names. */
function listsOf({ references = {}, fromSettings = [] }: ReadingInput): readonly string[] {
  const { retractions, journalAbbreviations } = references
  const lists = Object.entries({ retractions, journalAbbreviations })
  return lists.flatMap(([name, list]) => (list && !fromSettings.some(option => option === name) ? list : []))
}

/** The folder of the `offprint.yml` of a manuscript, unless it is the home of the user or above it. */
export async function settingsFolder(path: string, host: Host): Promise<readonly string[]> {
  const file = await findSettings(path, host)
  return file === undefined || isPersonal(dirname(file)) ? [] : [dirname(file)]
}

/** True for the home of the user and the folders above: what is there is not of one project. */
export function isPersonal(folder: string): boolean {
  return isBelow(slashed(homeFolder()), folder)
}

/** The folder of the manuscript, that of its project, and that of the repository around both. */
export async function foldersOf(path: string, host: Host): Promise<readonly string[]> {
  const folder = (await host.list(path)) ? path : dirname(path)
  const project = await projectRoot(folder, host)
  return [folder, project, (await repositoryAround(project, host)) ?? project]
}

/** The folder of the repository that a folder is in. */
export async function repositoryAround(folder: string, host: Host): Promise<string | undefined> {
  for (let at = folder; ; at = dirname(at)) {
    // This user may not be allowed to read a folder above.
    const names = await host.list(at).catch(() => undefined)
    if (names?.some(name => name === '.git/' || name === '.git')) return at
    if (at === dirname(at)) return undefined
  }
}

/** The outermost folder `node_modules` around a path, where packages are beside each other; else the path. */
function modulesAround(path: string): string {
  return /^.*?\/node_modules(?=\/)/.exec(path)?.[0] ?? path
}

function reportRefusals({ file, folder }: Manuscript, hosts: readonly GuardedHost[]): void {
  for (const host of hosts) {
    for (const [path, { reason, note }] of host.takeUntold()) {
      const name = path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : path
      report(file, 'file-refused', { reason: `Unexpected file \`${name}\`: ${reason}`, note })
    }
  }
}
