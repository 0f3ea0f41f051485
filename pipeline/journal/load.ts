/**
 * Reads a journal's folder: `journal.yml`, `article.html`, `common.css`, `print.css`, `web.css`, pictures and
 * the CSL files that the manifest names. With `extends`, values are merged and CSS is joined, the base first,
 * and any other file comes from the nearest journal that has it. Mistakes are reported at their place in the
 * journal's own files. Words in other languages come from `labels/` (`labels.ts`).
 */

import type { Root } from 'hast'
import type { Point, Position } from 'unist'
import { VFile } from 'vfile'
import type { Host } from '../host/index.ts'
import { basename } from '../host/paths.ts'
import { report, reportFatal } from '../model/diagnostics.ts'
import { pointAt } from '../values/point-at.ts'
import { isRecord, ownValue, recordOf } from '../values/record.ts'
import type { YamlSource } from '../values/yaml-source.ts'
import { type Layer, readChain } from './chain.ts'
import { featureWishes } from './css-features.ts'
import type { ManifestPath } from './expected.ts'
import { cslNames, findCsl } from './find-csl.ts'
import { type FeatureFont, lackingFeatures } from './font-features.ts'
import { withFurnitureImages } from './furniture-images.ts'
import { type JournalFolders, readNearest } from './inline-file.ts'
import type { Journal } from './journal.ts'
import { readLabels, speaks, translateCaptions } from './labels.ts'
import { type Manifest, manifestSchema } from './manifest.ts'
import { manifestProblems, valueAt } from './manifest-problems.ts'
import { readOwnFonts } from './own-fonts.ts'
import { readTemplate } from './read-template.ts'
import { findStyleLocale } from './style-locale.ts'
import { readStyleSheets, type SheetFile } from './style-sheets.ts'

/** The CSL style in which an article is checked if the journal's own style cannot be used. */
const fallbackStyle = 'transactions'

interface LoadedJournal {
  readonly journal: Journal | undefined
  /** The files of the journal that were read, with their messages. */
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
  const layers = await readChain(folder, library, host)
  const files: VFile[] = layers.map(({ file }) => file)
  if (isHopeless(files)) return { journal: undefined, files }
  const journal = await assemble(layers, { library, host, language, files })
  return { journal: isHopeless(files) ? undefined : journal, files }
}

function isHopeless(files: readonly VFile[]): boolean {
  return files.some(({ messages }) => messages.some(({ fatal }) => fatal))
}

interface Loading {
  readonly library: string
  readonly host: Host
  readonly language: string | undefined
  /** Collects the files that were read. */
  readonly files: VFile[]
}

async function assemble(layers: readonly Layer[], loading: Loading): Promise<Journal | undefined> {
  const own = layers.at(-1)
  const read = own && (await readSettings(layers, loading))
  if (!own || !read) return undefined
  const { library, host, language, files } = loading
  const { manifest, sources } = read
  const folders = layers.map(({ folder }) => folder).reverse()
  const places = { folders, library, host }
  const furnished = await withFurnitureImages(manifest.furniture, { folders, host })
  for (const { path, ...details } of furnished.problems) {
    const { file, place } = origin(sources, own, path)
    if (file) report(file, 'journal-invalid', { ...details, place })
  }
  const [ownFonts, csl, howToCite, template, sheets] = await Promise.all([
    readOwnFonts(manifest, { folders, host }),
    readStyle('csl', manifest, sources, loading, folders),
    readStyle('how-to-cite', manifest, sources, loading, folders),
    readArticleTemplate(own, { folders, host }, files, hasSide(manifest.page)),
    readStyleSheets({ folders, host }, library),
  ])
  if (!csl || !howToCite || !template) return undefined
  for (const { rule, path, ...details } of ownFonts.problems) {
    const { file, place } = origin(sources, own, path)
    if (file) report(file, rule, { ...details, place })
  }
  files.push(...sheets.files.map(({ file }) => file))
  const fonts = manifest.fonts.map(family => ({ family, faces: ownFonts.faces }))
  await reportFeatures(sheets.files, fonts, { own, fontsAt: origin(sources, own, ['fonts']), host })
  const cslLocale = await findStyleLocale(
    { csl: csl.text, language, usual: manifest.language },
    places,
    files,
  )
  return {
    name: own.folder.split('/').at(-1) ?? own.folder,
    folders,
    manifest: { ...manifest, furniture: furnished.furniture },
    ownFaces: ownFonts.faces,
    csl: csl.text,
    howToCiteCsl: howToCite.text,
    ...((!csl.file || !howToCite.file) && { hasOtherCsl: true }),
    ...(csl.file && { cslFile: csl.file }),
    ...(howToCite.file && { howToCiteFile: howToCite.file }),
    ...(cslLocale && { cslLocale }),
    template,
    css: sheets.css,
  }
}

/** A file with settings: a manifest, or words of a language. */
interface Source {
  readonly file: VFile
  readonly yaml: YamlSource | undefined
}

/** The settings of all the manifests and words together. Reports their mistakes. */
async function readSettings(
  layers: readonly Layer[],
  { host, language, files }: Loading,
): Promise<{ readonly manifest: Manifest; readonly sources: readonly Source[] } | undefined> {
  const merged = layers.map(({ yaml }) => yaml?.value).reduce(merge)
  const spoken = isRecord(merged) ? merged.language : undefined
  const isForeign = language !== undefined && typeof spoken === 'string' && !speaks(spoken, language)
  const tables = isForeign
    ? (await Promise.all(layers.map(({ folder }) => readLabels(folder, language, host)))).flatMap(
        table => table ?? [],
      )
    : []
  files.push(...tables.map(({ file }) => file))
  if (isHopeless(files)) return undefined
  const words = tables.map(({ yaml }) => yaml.value).reduce(merge, undefined)
  const settings =
    words === undefined || language === undefined
      ? merged
      : // The words are now in the article's language.
        { ...recordOf(merge(merged, translateCaptions(merged, words))), language }
  const sources = [...[...tables].reverse(), ...[...layers].reverse()]
  const own = layers.at(-1)
  const checked = manifestSchema.safeParse(settings)
  if (checked.success) return { manifest: checked.data, sources }
  for (const { path, unknownKey, ...details } of manifestProblems(settings)) {
    const { file, place } = origin(sources, own, path, unknownKey)
    if (file) reportFatal(file, 'journal-invalid', { ...details, place })
  }
  return undefined
}

interface FoundOrigin {
  readonly file: VFile | undefined
  readonly place: Position | Point | undefined
}

const startOfFile: Point = { line: 1, column: 1, offset: 0 }

/**
 * The file that says what the journal has at `path`, and the place in it. For a missing value, it is the file
 * with the group or list around it, and in the end the journal's own.
 */
function origin(
  sources: readonly Source[],
  own: Source | undefined,
  path: ManifestPath,
  unknownKey?: string,
): FoundOrigin {
  const whole = unknownKey === undefined ? path : [...path, unknownKey]
  // A list replaces the list below it, so all its items are in the nearest file that has one.
  const item = path.findIndex(step => typeof step === 'number')
  const list = item < 0 ? undefined : sources.find(({ yaml }) => valueAt(yaml?.value, path.slice(0, item)))
  for (let length = whole.length; length > 0; length--) {
    const part = whole.slice(0, length)
    const source = (list ? [list] : sources).find(({ yaml }) => valueAt(yaml?.value, part) !== undefined)
    if (!source) continue
    const isKey = unknownKey !== undefined && length === whole.length
    const place = isKey ? source.yaml?.placeOfKey(path, unknownKey) : source.yaml?.placeOf(part)
    return { file: source.file, place }
  }
  const { yaml, file } = own ?? {}
  const isText = !isRecord(yaml?.value)
  return { file, place: isText ? yaml?.placeOf([]) : startOfFile }
}

interface LoadedStyle {
  readonly text: string
  /** The file of the style. Undefined if another style is used instead. */
  readonly file?: VFile
}

/** Reads a CSL style that the manifest names; one that cannot be used is reported. */
async function readStyle(
  key: 'csl' | 'how-to-cite',
  manifest: Manifest,
  sources: readonly Source[],
  { library, host, files }: Loading,
  folders: readonly string[],
): Promise<LoadedStyle | undefined> {
  const isNamed = key === 'csl' || manifest['how-to-cite'] !== undefined
  const name = manifest[key] ?? manifest.csl
  const places = { folders, library, host }
  const found = await findCsl(name, places)
  const known = files.find(({ path }) => path === found?.file.path)
  if (found && !known) files.push(found.file)
  if (found?.text !== undefined) return { text: found.text, file: known ?? found.file }
  if (!found && isNamed) {
    const { file, place } = origin(sources, undefined, [key])
    if (file) {
      report(file, 'style-missing', {
        reason: `Missing CSL style \`${name}\``,
        place,
        ...(await cslNames(name, places)),
      })
    }
  }
  const fallback = await findCsl(fallbackStyle, { ...places, folders: [] })
  return fallback?.text === undefined ? undefined : { text: fallback.text }
}

/** True if the first page has a place beside its text: a column in the margin, or one that is free. */
function hasSide(page: Manifest['page']): boolean {
  return page['margin-column'] !== undefined || (page.first?.columns ?? page.columns) < page.columns
}

async function readArticleTemplate(
  own: Layer,
  places: JournalFolders,
  files: VFile[],
  isSideFree: boolean,
): Promise<Root | undefined> {
  const found = await readNearest('article.html', places)
  if (!found) {
    return reportFatal(own.file, 'journal-invalid', {
      reason: 'Missing file `article.html` in the folder of the journal',
      note: 'Write `extends: base` for its template, or copy styles/base/article.html.',
    })
  }
  const file = new VFile({ path: found.path, value: new TextDecoder().decode(found.bytes) })
  files.push(file)
  return await readTemplate(file, places, isSideFree)
}

/**
 * Reports features of fonts, such as small capitals, that a style sheet asks for and no font of the text has:
 * in the journal's own style sheet, or at its fonts if the style sheet is one that it extends.
 */
async function reportFeatures(
  sheets: readonly SheetFile[],
  fonts: readonly FeatureFont[],
  { own, fontsAt, host }: { readonly own: Layer; readonly fontsAt: FoundOrigin; readonly host: Host },
): Promise<void> {
  const wished = sheets.flatMap(({ folder, file }) =>
    featureWishes(String(file)).map(wish => ({ ...wish, isOwn: folder === own.folder, file })),
  )
  const lacking = await lackingFeatures(new Set(wished.map(({ feature }) => feature)), fonts, host)
  const told = new Set<string>()
  for (const { feature, declaration, at, isOwn, file } of wished) {
    const target = isOwn ? { file, place: pointAt(String(file), at) } : fontsAt
    if (!lacking.has(feature) || !target.file || (!isOwn && told.has(feature))) continue
    if (!isOwn) told.add(feature)
    report(target.file, 'journal-font', {
      reason: `Missing feature \`${feature}\` in the fonts of the journal, for \`${declaration}\` in ${basename(file.path)}`,
      note: featureRemedy(feature),
      place: target.place,
    })
  }
}

function featureRemedy(feature: string): string {
  const remedy = `Use a font that has it; if it has and its family names \`features\`, add \`${feature}\` there.`
  return feature === 'smcp' || feature === 'c2sc'
    ? `${remedy} The browser makes small capitals of smaller capitals, which look thin; write \`font-synthesis-small-caps: auto\` in the rule if they will do.`
    : `${remedy} Without it, nothing changes.`
}

/** Merges objects key by key; other values are replaced. */
function merge(base: unknown, own: unknown): unknown {
  if (!isRecord(base) || !isRecord(own)) return own ?? base
  const keys = new Set([...Object.keys(base), ...Object.keys(own)])
  return Object.fromEntries([...keys].map(key => [key, merge(ownValue(base, key), ownValue(own, key))]))
}
