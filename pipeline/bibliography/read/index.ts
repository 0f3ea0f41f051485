/**
 * The bibliography files that the front matter names, or lie beside the manuscript where it names none, and
 * the works inside the front matter → CSL items, with the place of each. Every format has a reader. What
 * cannot be read is reported entry by entry; the others are kept.
 */
import { extname, isAbsolute, join } from 'node:path'
import type { Position } from 'unist'
import { VFile } from 'vfile'
import type { Host } from '../../host/index.ts'
import type { ReferenceSource } from '../../model/article.ts'
import { type CslItem, cslItem } from '../../model/csl.ts'
import { report } from '../../model/diagnostics.ts'
import type { Metadata } from '../../model/metadata.ts'
import { decodeUtf8 } from '../../model/utf8-text.ts'
import { type BibliographyFormat, bibliographyEndings, formatOf } from './format-of.ts'
import { readBibtex } from './read-bibtex.ts'
import { readCsl } from './read-csl.ts'
import { readEndNoteXml } from './read-endnote-xml.ts'
import { readEnw } from './read-enw.ts'
import { readMedline } from './read-medline.ts'
import { readRis } from './read-ris.ts'
import type { Work } from './work.ts'

export interface BibliographyInput {
  readonly file: VFile
  readonly folder: string
  readonly metadata: Metadata
  readonly placeOf: (path: readonly (string | number)[]) => Position | undefined
  /** Where to look for bibliographies that are not named, in this order. */
  readonly folders: readonly string[]
  readonly host: Host
}

export interface Bibliography {
  readonly references: readonly CslItem[]
  readonly sources: ReadonlyMap<string, ReferenceSource>
  /** Other keys of the works → the keys that they have in `references`. */
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
  const own = worksOfFrontMatter(input)
  const isNamed = named.length + own.length > 0
  // Manubot reads its own list whether or not others are named.
  const beside = isNamed ? ((await host.list(folder)) ?? []) : []
  const manual = beside.filter(
    name => /^manual-references\.(?:json|bib)$/.test(name) && !named.includes(name),
  )
  const names = [...named, ...manual]
  const read = isNamed
    ? await Promise.all(names.map((name, index) => readOne(name, index, input)))
    : await readBeside(input)
  const works = read.flatMap(({ file, name, works: items }) =>
    items.map((work): PlacedWork => {
      const list = lists[name]
      return { file, work, ...(list !== undefined && { list }) }
    }),
  )
  const unique = uniqueWorks([...own, ...works], isNamed)
  return {
    references: unique.map(({ work }) => work.item),
    sources: new Map(unique.map(one => [one.work.item.id, sourceOf(one)])),
    aliases: aliasesOf(unique),
    files: read.map(one => one.file),
  }
}

/** As CSL-YAML has them, with their dates read already. */
function worksOfFrontMatter({ metadata, file, placeOf }: BibliographyInput): readonly PlacedWork[] {
  return (metadata.references ?? []).map((reference, index): PlacedWork => {
    const place = placeOf(['references', index])
    // CSL-YAML as it stands; the engine passes over what it does not know.
    const item = cslItem(reference, String(reference.id))
    return { file, work: { item, type: item.type ?? '', ...(place && { place }), fields: new Map() } }
  })
}

/** As MyST and Manubot do where nothing is named: every BibTeX file of the folder, and Manubot's own list. */
async function readBeside(input: BibliographyInput) {
  for (const folder of input.folders) {
    const names = (await input.host.list(folder)) ?? []
    const found = names.filter(name => extname(name) === '.bib' || name === 'manual-references.json')
    if (found.length === 0) continue
    return await Promise.all(found.map((name, index) => readOne(join(folder, name), index, input)))
  }
  return []
}

async function readOne(name: string, index: number, { file, folder, placeOf, host }: BibliographyInput) {
  const path = isAbsolute(name) ? name : join(folder, name)
  const found = await readWithEnding(path, host)
  const bibliography = new VFile({ path: found?.path ?? path })
  if (!found) {
    report(file, 'bibliography-missing', {
      reason: `Missing bibliography \`${name}\`: there is no such file`,
      place: placeOf(['bibliography', index]),
    })
    return { file: bibliography, name, works: [] }
  }
  if (!decodeUtf8(bibliography, found.bytes)) return { file: bibliography, name, works: [] }
  const works = await readers[formatOf(found.path, String(bibliography))](bibliography)
  return { file: bibliography, name, works }
}

/** `refs` is `refs.bib` where there is such a file (pandoc and LaTeX). */
async function readWithEnding(path: string, host: Host) {
  const bytes = await host.read(path)
  if (bytes) return { path, bytes }
  if (bibliographyEndings.includes(extname(path).toLowerCase())) return undefined
  for (const ending of bibliographyEndings) {
    const further = await host.read(`${path}${ending}`)
    if (further) return { path: `${path}${ending}`, bytes: further }
  }
  return undefined
}

/** The first of each key; another one that differs is reported where the author chose the files. */
function uniqueWorks(works: readonly PlacedWork[], isChosen: boolean): readonly PlacedWork[] {
  const byId = new Map<string, PlacedWork>()
  for (const one of works) {
    const { id } = one.work.item
    const former = byId.get(id)
    if (!former) byId.set(id, one)
    else if (isChosen && !isSameWork(former.work.item, one.work.item)) {
      report(one.file, 'id-duplicate', {
        reason: `Unexpected second entry with the key \`${id}\``,
        place: one.work.keyPlace?.start ?? one.work.place?.start ?? start,
        note: 'The first one is used.',
      })
    }
  }
  return [...byId.values()]
}

/** All that is printed of them is the same. */
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
