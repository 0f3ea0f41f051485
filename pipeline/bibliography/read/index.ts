/**
 * Bibliography files and the works in the front matter → CSL items, each with its place. The files are those
 * that the front matter names; if it names none, those beside the manuscript. Each format has its own reader.
 * An entry that cannot be read is reported; the other entries are kept.
 */

import type { Position } from 'unist'
import { VFile } from 'vfile'
import type { Host } from '../../host/index.ts'
import { extname, isAbsolute, join } from '../../host/paths.ts'
import type { ReferenceSource } from '../../model/article.ts'
import { type CslItem, cslItem } from '../../model/csl.ts'
import { report } from '../../model/diagnostics.ts'
import type { Metadata } from '../../model/metadata.ts'
import { reportRefusal } from '../../model/refusals.ts'
import { ownValue } from '../../values/record.ts'
import { readBibliographyText } from './bibliography-text.ts'
import { cleanItem } from './clean-item.ts'
import { type BibliographyFormat, bibliographyEndings, formatOf } from './format-of.ts'
import { cutLongTexts } from './long-texts.ts'
import { readBibtex } from './read-bibtex.ts'
import { readCsl } from './read-csl.ts'
import { readEndNoteXml } from './read-endnote-xml.ts'
import { readEnw } from './read-enw.ts'
import { readMedline } from './read-medline.ts'
import { readRis } from './read-ris.ts'
import { readTags } from './read-tags.ts'
import type { Work } from './work.ts'

interface BibliographyInput {
  readonly file: VFile
  readonly folder: string
  readonly metadata: Metadata
  readonly placeOf: (path: readonly (string | number)[]) => Position | undefined
  /** Folders that are searched, in this order, if the front matter names no bibliography. */
  readonly folders: readonly string[]
  readonly host: Host
}

export interface Bibliography {
  readonly references: readonly CslItem[]
  readonly sources: ReadonlyMap<string, ReferenceSource>
  /** Alternative key of a work → its key in `references`. */
  readonly aliases: Readonly<Record<string, string>>
  readonly files: readonly VFile[]
}

const readers: Readonly<
  Record<BibliographyFormat, (file: VFile) => readonly Work[] | Promise<readonly Work[]>>
> = {
  bibtex: readBibtex,
  csl: readCsl,
  'endnote-xml': readEndNoteXml,
  enw: readEnw,
  medline: readMedline,
  ris: readRis,
}

interface PlacedWork {
  readonly file: VFile
  readonly work: Work
  readonly list?: string
}

export async function readBibliographies(input: BibliographyInput): Promise<Bibliography> {
  const { metadata, folder, host } = input
  const named = metadata.bibliography ?? []
  const lists = metadata['bibliography-lists'] ?? {}
  const inlineWorks = worksOfFrontMatter(input)
  const isNamed = named.length + inlineWorks.length > 0
  // Manubot always reads its own list, even if other bibliographies are named.
  const beside = isNamed ? ((await host.list(folder)) ?? []) : []
  const manual = beside.filter(
    name => /^manual-references\.(?:json|bib)$/.test(name) && !named.includes(name),
  )
  const names = [...named, ...manual]
  const bibliographies = isNamed
    ? await Promise.all(names.map((name, index) => readOne(name, index, input)))
    : await readBeside(input)
  const works = bibliographies.flatMap(({ file, name, works: items }) =>
    items.map((work): PlacedWork => {
      const list = ownValue(lists, name)
      return { file, work, ...(list !== undefined && { list }) }
    }),
  )
  const tags = await readTags(folder, host)
  const unique = uniqueWorks([...inlineWorks, ...works], isNamed)
  return {
    references: unique.map(({ work }) => work.item),
    sources: new Map(unique.map(placed => [placed.work.item.id, sourceOf(placed)])),
    aliases: { ...aliasesOf(unique), ...tags.aliases },
    files: [...bibliographies.map(bibliography => bibliography.file), ...tags.files],
  }
}

/** The works under `references:`, in CSL-YAML. Their dates are already CSL dates. */
function worksOfFrontMatter({ metadata, file, placeOf }: BibliographyInput): readonly PlacedWork[] {
  return (metadata.references ?? []).map((reference, index): PlacedWork => {
    const place = placeOf(['references', index])
    // The fields are not checked: citeproc ignores those that it does not know.
    const item = cutLongTexts(cleanItem(cslItem(reference, String(reference.id))), file, place)
    return { file, work: { item, type: item.type ?? '', ...(place && { place }), fields: new Map() } }
  })
}

/** Reads what MyST and Manubot read by default: each BibTeX file of the folder, and Manubot's own list. */
async function readBeside(input: BibliographyInput) {
  for (const folder of input.folders) {
    const names = (await input.host.list(folder)) ?? []
    const bibliographies = names.filter(name => extname(name) === '.bib' || name === 'manual-references.json')
    if (bibliographies.length === 0) continue
    return await Promise.all(bibliographies.map((name, index) => readOne(join(folder, name), index, input)))
  }
  return []
}

async function readOne(name: string, index: number, { file, folder, placeOf, host }: BibliographyInput) {
  const path = isAbsolute(name) ? name : join(folder, name)
  const source = await readWithEnding(path, host)
  const bibliography = new VFile({ path: source?.path ?? path })
  if (!source) {
    const place = placeOf(['bibliography', index])
    if (!reportRefusal(host, path, { name, file, place })) {
      report(file, 'bibliography-missing', {
        reason: `Missing bibliography \`${name}\`: there is no such file`,
        place,
      })
    }
    return { file: bibliography, name, works: [] }
  }
  readBibliographyText(bibliography, source.bytes)
  const works = await readers[formatOf(source.path, String(bibliography))](bibliography)
  return { file: bibliography, name, works: works.map(work => cleanWork(work, bibliography)) }
}

function cleanWork(work: Work, file: VFile): Work {
  return { ...work, item: cutLongTexts(cleanItem(work.item), file, work.place) }
}

/** Reads `refs.bib` for `refs` if there is no file without the ending, as pandoc and LaTeX do. */
async function readWithEnding(path: string, host: Host) {
  const bytes = await host.read(path)
  if (bytes) return { path, bytes }
  const isWhole = bibliographyEndings.includes(extname(path).toLowerCase())
  if (isWhole || host.refusal(path)) return undefined
  for (const ending of bibliographyEndings) {
    const bytesWithEnding = await host.read(`${path}${ending}`)
    if (bytesWithEnding) return { path: `${path}${ending}`, bytes: bytesWithEnding }
  }
  return undefined
}

/**
 * Keeps the first work of each key. A different work with the same key is reported, but only if the author
 * chose the files.
 */
function uniqueWorks(works: readonly PlacedWork[], isChosen: boolean): readonly PlacedWork[] {
  const byId = new Map<string, PlacedWork>()
  for (const placed of works) {
    const { file, work } = placed
    const { id } = work.item
    const former = byId.get(id)
    if (!former) byId.set(id, placed)
    else if (isChosen && !isSameWork(former.work.item, work.item)) {
      report(file, 'id-duplicate', {
        reason: `Unexpected second entry with the key \`${id}\``,
        place: work.keyPlace?.start ?? work.place?.start ?? start,
        note: 'The first one is used.',
      })
    }
  }
  return [...byId.values()]
}

/** True if all fields that are printed are the same. */
function isSameWork(first: CslItem, second: CslItem): boolean {
  const printed = (item: CslItem) => {
    const entries = Object.entries(item).filter(([name]) => !['abstract', 'annote', 'keyword'].includes(name))
    return JSON.stringify(entries.sort(([one], [other]) => (one < other ? -1 : 1)))
  }
  return printed(first) === printed(second)
}

function sourceOf({ file, work, list }: PlacedWork): ReferenceSource {
  return {
    file,
    ...(work.place && { place: work.place }),
    type: work.type,
    fields: work.fields,
    ...(list !== undefined && { list }),
  }
}

function aliasesOf(works: readonly PlacedWork[]): Readonly<Record<string, string>> {
  const keys = new Set(works.map(({ work }) => work.item.id))
  const pairs = works.flatMap(({ work }) => (work.aliases ?? []).map(alias => [alias, work.item.id] as const))
  return Object.fromEntries(pairs.filter(([alias]) => !keys.has(alias)).toReversed())
}

const start = { line: 1, column: 1 }
