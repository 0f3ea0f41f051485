/**
 * Finds a CSL style by name or file, and the locale of a language. A name is looked for in the folder of the
 * journal, in the folders of the journals that come with Offprint, in the folder that OFFPRINT_CSL names, and
 * in Debian's package `citation-style-language-styles`. A dependent style is replaced by the style that it
 * depends on.
 */
import { posix } from 'node:path'
import { VFile } from 'vfile'
import type { Host } from '../host/index.ts'
import { report } from '../model/diagnostics.ts'
import { type CslLocale, cslLocale } from '../tools/citation-js/citation-js.ts'
import { languageFallbacks, primaryLanguage } from '../values/language.ts'
import { nearestWord } from '../values/nearest-word.ts'
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

const debian = '/usr/share/citation-style-language'

/**
 * Reads a CSL style and the style that it depends on. `name`: `apa`, `apa.csl`, a path in a folder of the
 * journal, an absolute path, or the web
 * address of a style, `https://www.zotero.org/styles/apa`. Returns undefined if there is no such style.
 */
export async function findCsl(name: string, places: CslPlaces): Promise<FoundCsl | undefined> {
  const found = await readStyle(name, places)
  if (!found) return undefined
  const { file, folder } = found
  const style = readCslStyle(String(file))
  if (style.problem) {
    report(file, 'style-broken', style.problem)
    return { text: undefined, file, folder }
  }
  if (style.parent === undefined) return { text: String(file), file, folder }
  const parent = await findCsl(style.parent, {
    ...places,
    folders: [folder, parentOf(folder), ...places.folders],
  })
  if (parent) return parent
  report(file, 'style-broken', {
    reason: `Missing style \`${style.parent}\`, which this one depends on`,
    note: 'Put its .csl file beside this one.',
  })
  return { text: undefined, file, folder }
}

async function readStyle(name: string, places: CslPlaces) {
  const { host } = places
  const last =
    name
      .replace(/[?#].*$/, '')
      .split('/')
      .at(-1) ?? name
  const base = last.endsWith('.csl') ? last : `${last}.csl`
  const isPath = name.startsWith('/')
  // A name with folders, `csl/mine.csl`, is a file of the journal; else its last part is the name of a style.
  const inside = name.includes('/') && !isAddress(name) ? places.folders.map(at => posix.join(at, name)) : []
  const named = (await stylesFolders(places)).map(folder => `${folder}/${base}`)
  const paths = isPath ? [name] : [...inside, ...named]
  for (const path of paths) {
    const bytes = await host.read(path)
    if (bytes) {
      const value = new TextDecoder().decode(bytes).replace(/^\uFEFF/, '')
      return { file: new VFile({ path, value }), folder: parentOf(path) }
    }
  }
  return undefined
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
  { folders, library, host, environment }: CslPlaces,
  where = 'in the folder of the journal',
): Promise<{ readonly note: string; readonly expected: readonly string[] }> {
  const listed = await Promise.all(
    (await stylesFolders({ folders, library, host, environment })).map(async folder =>
      ((await host.list(folder)) ?? []).flatMap(file => /^(.+)\.csl$/.exec(file)?.[1] ?? []),
    ),
  )
  const names = [...new Set(listed.flat())]
  const wanted = posix.basename(name.replace(/[?#].*$/, ''), '.csl')
  const nearest = nearestWord(wanted, names)
  const question = nearest === undefined ? '' : `Did you mean \`${nearest}\`? `
  const shown = names.length > 30 ? '' : ` (${names.join(', ')})`
  return {
    note: `${question}Name a .csl file ${where}, or an installed style${shown}; a style of zotero.org/styles is used once its file is there, or in the folder that OFFPRINT_CSL names.`,
    expected: nearest === undefined ? [] : [nearest],
  }
}

async function stylesFolders(places: CslPlaces): Promise<readonly string[]> {
  const { folders, library, host } = places
  const journals = ((await host.list(library)) ?? []).filter(name => name.endsWith('/'))
  const shared = [...named(places), `${debian}/styles`]
  return [
    ...folders,
    library,
    ...journals.map(name => `${library}/${name.slice(0, -1)}`),
    ...shared.flatMap(folder => [folder, `${folder}/dependent`]),
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
