/**
 * Finds a CSL style by name or file, and the locale of a language. A name is looked for in the folder of the
 * journal, in the folders of the journals that come with Offprint, in the folder that OFFPRINT_CSL names,
 * among the styles that come with plugin-csl, and in Debian's package `citation-style-language-styles`. A
 * dependent style is replaced by the style that it depends on.
 */

import { VFile } from 'vfile'
import type { Host } from '../host/index.ts'
import { basename, isAbsolute, isPath, join } from '../host/paths.ts'
import { report } from '../model/diagnostics.ts'
import { type CslLocale, cslLocale, packagedCsl, packagedCslNames } from '../tools/citation-js/citation-js.ts'
import { languageFallbacks, primaryLanguage } from '../values/language.ts'
import { nearestWords } from '../values/nearest-word.ts'
import { problemOfLocale, readCslStyle } from './csl-style.ts'

export interface CslPlaces {
  /** Absolute paths of folders that are searched first. */
  readonly folders: readonly string[]
  /** Absolute path of the folder of the journals that come with Offprint. */
  readonly library: string
  readonly host: Host
  readonly environment?: Readonly<Record<string, string | undefined>> | undefined
}

interface FoundCsl {
  /** The text of the style; undefined if it cannot be used, with a message in `file`. */
  readonly text: string | undefined
  readonly file: VFile
  readonly folder: string
}

/** The greatest number of styles of which one depends on the next. Two are usual. */
export const mostDependents = 8

const debian = '/usr/share/citation-style-language'
const withDependent = (folder: string) => [folder, `${folder}/dependent`]
const debianFolders = withDependent(`${debian}/styles`)

/**
 * Reads a CSL style and the style that it depends on. `name`: `apa`, `apa.csl`, a path in a folder of the
 * journal, an absolute path, or the web
 * address of a style, `https://www.zotero.org/styles/apa`. `dependents`: paths of the styles that led to it.
 * Returns undefined if there is no such style.
 */
export async function findCsl(
  name: string,
  places: CslPlaces,
  dependents: readonly string[] = [],
): Promise<FoundCsl | undefined> {
  const found = await readStyle(name, places)
  if (!found) return undefined
  const { file, folder } = found
  const style = readCslStyle(String(file))
  if (style.problem) {
    report(file, 'style-broken', style.problem)
    return { text: undefined, file, folder }
  }
  if (style.parent === undefined) return { text: String(file), file, folder }
  if (dependents.includes(file.path) || dependents.length === mostDependents) {
    report(file, 'style-broken', {
      reason: 'Unexpected circle of styles that depend on each other',
      note: `Name a style that is complete. At most ${mostDependents} styles may depend on each other.`,
    })
    return { text: undefined, file, folder }
  }
  const folders = [...new Set([folder, parentOf(folder), ...places.folders])]
  const parent = await findCsl(style.parent, { ...places, folders }, [...dependents, file.path])
  if (parent) return parent
  report(file, 'style-broken', {
    reason: `Missing style \`${style.parent}\`, which this one depends on`,
    note: 'Put its .csl file beside this one.',
  })
  return { text: undefined, file, folder }
}

async function readStyle(name: string, places: CslPlaces) {
  const { host } = places
  const base = `${styleName(name)}.csl`
  const isWhole = isAbsolute(name)
  // A name with folders, `csl/mine.csl`, is a file of the journal; else its last part is the name of a style.
  const inside = isPath(name) && !isAddress(name) ? places.folders.map(at => join(at, name)) : []
  const named = (folders: readonly string[]) => folders.map(folder => `${folder}/${base}`)
  const paths = isWhole ? [name] : [...inside, ...named(await stylesFolders(places))]
  const packaged = isWhole ? undefined : packagedCsl(styleName(name))
  return (
    (await readFirst(paths, host)) ??
    (packaged && { file: new VFile({ path: base, value: packaged }), folder: places.library }) ??
    (await readFirst(isWhole ? [] : named(debianFolders), host))
  )
}

async function readFirst(paths: readonly string[], host: Host) {
  for (const path of paths) {
    const bytes = await host.read(path)
    if (bytes) {
      const value = new TextDecoder().decode(bytes).replace(/^\uFEFF/, '')
      return { file: new VFile({ path, value }), folder: parentOf(path) }
    }
  }
  return undefined
}

/** The name of a style in a file name, path or address: `https://www.zotero.org/styles/apa` → `apa`. */
function styleName(name: string): string {
  const path = isAddress(name) ? name.replace(/[?#].*$/, '').replace(/\/+$/, '') : name
  return basename(path, '.csl')
}

function isAddress(name: string): boolean {
  return /^https?:/.test(name)
}

/**
 * What to do about a style that is not found: which names there are. For a message about `name`. Names of
 * the folders of journals come first.
 */
export async function cslNames(
  name: string,
  places: CslPlaces,
  where = 'in the folder of the journal',
): Promise<{ readonly note: string; readonly expected: readonly string[] }> {
  const { host } = places
  const found = [...(await namesIn(await stylesFolders(places), host)), ...packagedCslNames()]
  const names = [...new Set([...found, ...(await namesIn(debianFolders, host))])]
  const wanted = styleName(name)
  const nearest = nearestWords(wanted, names)
  const question =
    nearest.length > 0 ? `Did you mean ${nearest.map(word => `\`${word}\``).join(' or ')}? ` : ''
  const shown = names.length > 30 ? '' : `: ${names.join(', ')}`
  const shared = named(places).length > 0 ? 'the folder of OFFPRINT_CSL' : 'OFFPRINT_CSL (not set)'
  return {
    note: `${question}Looked ${where}, among the styles of Offprint, in ${shared} and in ${debian}; they have ${names.length} styles${shown}. Offprint downloads none: save the file of https://www.zotero.org/styles/${wanted} as ${wanted}.csl ${where}.`,
    expected: nearest,
  }
}

async function namesIn(folders: readonly string[], host: Host): Promise<readonly string[]> {
  const listed = await Promise.all(
    folders.map(async folder =>
      ((await host.list(folder)) ?? []).flatMap(file => /^(.+)\.csl$/.exec(file)?.[1] ?? []),
    ),
  )
  return listed.flat()
}

interface StylesFound {
  /** The names of the styles that come with Offprint, those of its journals included. */
  readonly names: readonly string[]
  /** The folders of the machine, with the number of their styles. `isNamed`: by OFFPRINT_CSL. */
  readonly shared: readonly { readonly folder: string; readonly count: number; readonly isNamed: boolean }[]
}

/** The styles that are found on this machine for any article. */
export async function packagedStyles(places: CslPlaces): Promise<StylesFound> {
  const { host, environment: _, ...library } = places
  const own = await namesIn(await stylesFolders({ ...library, host, environment: {} }), host)
  const folders = [...named(places), `${debian}/styles`]
  const shared = folders.map(async (folder, index) => ({
    folder,
    count: (await namesIn(withDependent(folder), host)).length,
    isNamed: index < folders.length - 1,
  }))
  const names = [...packagedCslNames(), ...own.filter(name => name !== 'how-to-cite')]
  return { names: [...new Set(names)], shared: await Promise.all(shared) }
}

/** The folders that are searched for a style before the styles of plugin-csl. */
async function stylesFolders(places: CslPlaces): Promise<readonly string[]> {
  const { folders, library, host } = places
  const journals = ((await host.list(library)) ?? []).filter(name => name.endsWith('/'))
  return [
    ...folders,
    library,
    ...journals.map(name => `${library}/${name.slice(0, -1)}`),
    ...named(places).flatMap(withDependent),
  ]
}

function named({ environment = process.env }: CslPlaces): readonly string[] {
  const { OFFPRINT_CSL: folder } = environment
  return folder ? [folder.replace(/\/+$/, '')] : []
}

/**
 * The locale of a language. Tags are tried in order: the language itself, then the language in another
 * country; for each tag, the folder of the style comes first. The locale in Debian's package is used only if
 * Offprint has none, so that articles are the same on every machine. A file that cannot be read is reported
 * in `files` and skipped.
 */
export async function findCslLocale(
  language: string,
  places: CslPlaces,
  files: VFile[],
): Promise<CslLocale | undefined> {
  const own = [...places.folders, ...named(places)]
  const folders = cslLocale(language) === undefined ? [...own, `${debian}/locales`] : own
  for (const folder of new Set(folders)) {
    const names = (await places.host.list(folder)) ?? []
    const tags = names.flatMap(name => /^locales-([A-Za-z-]+)\.xml$/.exec(name)?.[1] ?? [])
    for (const tag of candidates(language, tags)) {
      const path = `${folder}/locales-${tag}.xml`
      const bytes = await places.host.read(path)
      if (!bytes) continue
      const xml = new TextDecoder().decode(bytes).replace(/^\uFEFF/, '')
      const problem = problemOfLocale(xml)
      if (!problem) return { tag, xml }
      const file = new VFile({ path, value: xml })
      report(file, 'style-broken', problem)
      files.push(file)
    }
  }
  return undefined
}

/** Tags to try: the tag itself, its replacements, the language in its main country, then in any other. */
function candidates(language: string, tags: readonly string[]): readonly string[] {
  const primary = primaryLanguage(language)
  const home = new Intl.Locale(primary).maximize()
  const script = new Intl.Locale(language).maximize().script
  const wanted = [...languageFallbacks(language), `${primary}-${home.region}`]
  const sameScript = tags.filter(
    tag => primaryLanguage(tag) === primary && new Intl.Locale(tag).maximize().script === script,
  )
  return [
    ...new Set([...wanted.filter(tag => tags.includes(tag) && sameScript.includes(tag)), ...sameScript]),
  ]
}

function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'))
}
