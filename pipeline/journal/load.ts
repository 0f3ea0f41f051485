/**
 * Reads a journal's folder: `journal.yml`, `article.html`, `common.css`, `print.css`, `web.css` and the CSL
 * files that the manifest names. With `extends` (one level), values are merged, CSS is joined, and the base
 * journal supplies any other missing file. Comments of CSS are removed. Mistakes are reported at their place
 * in the manifest. Words in other languages come from `labels/` (`labels.ts`).
 */

import { VFile } from 'vfile'
import type { Host } from '../host/index.ts'
import { report, reportFatal } from '../model/diagnostics.ts'
import { isRecord, ownValue, recordOf } from '../values/record.ts'
import { readYaml, type YamlSource } from '../values/yaml-source.ts'
import { withoutCssComments } from './css-comments.ts'
import { findCsl } from './find-csl.ts'
import type { Journal } from './journal.ts'
import { readLabels, speaks, translateCaptions } from './labels.ts'
import { manifestSchema } from './manifest.ts'
import { findStyleLocale } from './style-locale.ts'

/** The default journal's style, used instead of a style that cannot be used. */
const fallbackStyle = 'transactions'

interface LoadedJournal {
  readonly journal: Journal | undefined
  /** The manifests that were read, with their messages. */
  readonly files: readonly VFile[]
}

/**
 * Reads a journal. `folder`: absolute path. `library`: the folder of the journals that come with Offprint,
 * where a journal of another folder finds the one that it extends. `language`: the article's language, if it
 * names one. In the result, `journal` is undefined if the journal cannot be used; a message in `files` says
 * why.
 */
export async function loadJournal(
  folder: string,
  library: string,
  host: Host,
  language?: string,
): Promise<LoadedJournal> {
  const own = await readManifest(folder, host)
  const extended = extendedBy(own)
  const base = extended === undefined ? undefined : await readBase(extended, folder, library, host)
  const layers = base ? [base, own] : [own]
  const files: VFile[] = layers.map(layer => layer.file)
  if (layers.some(layer => layer.yaml === undefined)) return { journal: undefined, files }
  const journal = await assemble(layers, { library, host, language, files })
  return { journal, files }
}

function extendedBy({ yaml }: Layer): string | undefined {
  const value = yaml?.value
  return isRecord(value) && typeof value.extends === 'string' ? value.extends : undefined
}

async function readBase(name: string, folder: string, library: string, host: Host): Promise<Layer> {
  const beside = `${parentOf(folder)}/${name}`
  const isBeside = (await host.read(`${beside}/journal.yml`)) !== undefined
  return await readManifest(isBeside ? beside : `${library}/${name}`, host)
}

interface Layer {
  readonly folder: string
  readonly file: VFile
  readonly yaml: YamlSource | undefined
}

async function readManifest(folder: string, host: Host): Promise<Layer> {
  const path = `${folder}/journal.yml`
  const bytes = await host.read(path)
  const file = new VFile({ path, ...(bytes && { value: new TextDecoder().decode(bytes) }) })
  if (!bytes) {
    const names = (await host.list(parentOf(folder))) ?? []
    const journals = names.filter(name => name.endsWith('/')).map(name => name.slice(0, -1))
    reportFatal(file, 'journal-unknown', {
      reason: `Missing journal style \`${folder.split('/').at(-1)}\`: there is no journal.yml in its folder`,
      expected: journals,
      note: journals.length > 0 ? `The journals that can be named are ${journals.join(', ')}.` : undefined,
    })
    return { folder, file, yaml: undefined }
  }
  const yaml = readYaml(String(file), { line: 1, column: 1, offset: 0 })
  for (const problem of yaml.errors) {
    reportFatal(file, 'journal-invalid', { reason: problem.reason, place: problem.place })
  }
  return { folder, file, yaml: yaml.errors.length > 0 ? undefined : yaml }
}

interface LoadedStyle {
  readonly text: string
  /** The file of the style. Undefined if another style is used instead. */
  readonly file?: VFile
}

interface Loading {
  readonly library: string
  readonly host: Host
  readonly language: string | undefined
  /** Collects the files of styles that have messages. */
  readonly files: VFile[]
}

async function assemble(
  layers: readonly Layer[],
  { library, host, language, files }: Loading,
): Promise<Journal | undefined> {
  const own = layers.at(-1)
  if (!own) return undefined
  const merged = await inLanguage(
    layers.map(layer => layer.yaml?.value).reduce(merge),
    language,
    layers,
    host,
  )
  const checked = manifestSchema.safeParse(merged)
  if (!checked.success) {
    for (const issue of checked.error.issues) {
      const path = issue.path.filter(step => typeof step !== 'symbol')
      const [unknown] = issue.code === 'unrecognized_keys' ? issue.keys : []
      reportFatal(own.file, 'journal-invalid', {
        reason: `Unexpected value at \`${path.join('.') || 'journal.yml'}\`: ${issue.message}`,
        place: unknown === undefined ? own.yaml?.placeOf(path) : own.yaml?.placeOfKey(path, unknown),
      })
    }
    return undefined
  }
  const manifest = checked.data
  const nearest = async (name: string): Promise<string> => {
    for (const layer of [...layers].reverse()) {
      const bytes = await host.read(`${layer.folder}/${name}`)
      if (bytes) return new TextDecoder().decode(bytes)
    }
    reportFatal(own.file, 'journal-invalid', {
      reason: `Missing file \`${name}\` in the folder of the journal`,
    })
    return ''
  }
  const joined = async (name: string): Promise<string> => {
    const texts = await Promise.all(layers.map(layer => host.read(`${layer.folder}/${name}`)))
    return withoutCssComments(texts.map(bytes => (bytes ? new TextDecoder().decode(bytes) : '')).join('\n'))
  }
  const places = { folders: layers.map(layer => layer.folder).reverse(), library, host }
  const style = async (key: 'csl' | 'how-to-cite', name: string): Promise<LoadedStyle> => {
    const found = await findCsl(name, places)
    const known = files.find(({ path }) => path === found?.file.path)
    if (found && !known) files.push(found.file)
    if (found?.text !== undefined) return { text: found.text, file: known ?? found.file }
    if (!found) {
      report(own.file, 'style-missing', {
        reason: `Missing CSL style \`${name}\`: \`${fallbackStyle}\` is used`,
        place: own.yaml?.placeOf([key]),
        note: 'Put its .csl file into the folder of the journal, or name a folder of styles in OFFPRINT_CSL.',
      })
    }
    return { text: (await findCsl(fallbackStyle, { ...places, folders: [] }))?.text ?? (await nearest(name)) }
  }
  const [csl, howToCite, template, common, print, web] = await Promise.all([
    style('csl', manifest.csl),
    style('how-to-cite', manifest['how-to-cite'] ?? manifest.csl),
    nearest('article.html'),
    joined('common.css'),
    joined('print.css'),
    joined('web.css'),
  ])
  const cslLocale = await findStyleLocale(
    { csl: csl.text, language, usual: manifest.language },
    places,
    files,
  )
  if (own.file.messages.some(message => message.fatal)) return undefined
  const name = own.folder.split('/').at(-1) ?? own.folder
  return {
    name,
    manifest,
    csl: csl.text,
    howToCiteCsl: howToCite.text,
    ...(csl.file && { cslFile: csl.file }),
    ...(howToCite.file && { howToCiteFile: howToCite.file }),
    ...(cslLocale && { cslLocale }),
    template,
    css: { common, print, web },
  }
}

/** The merged manifest with words in the article's language, as far as they exist. */
async function inLanguage(
  manifest: unknown,
  language: string | undefined,
  layers: readonly Layer[],
  host: Host,
): Promise<unknown> {
  const own = isRecord(manifest) ? manifest.language : undefined
  if (language === undefined || typeof own !== 'string' || speaks(own, language)) return manifest
  const tables = await Promise.all(layers.map(layer => readLabels(layer.folder, language, host)))
  if (tables.every(table => table === undefined)) return manifest
  const words = tables.map(table => table?.value).reduce(merge)
  // The words are now in the article's language.
  return { ...recordOf(merge(manifest, translateCaptions(manifest, words))), language }
}

/** Merges objects key by key; other values are replaced. */
function merge(base: unknown, own: unknown): unknown {
  if (!isRecord(base) || !isRecord(own)) return own ?? base
  const keys = new Set([...Object.keys(base), ...Object.keys(own)])
  return Object.fromEntries([...keys].map(key => [key, merge(ownValue(base, key), ownValue(own, key))]))
}

function parentOf(folder: string): string {
  return folder.slice(0, folder.lastIndexOf('/'))
}
