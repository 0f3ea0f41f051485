/**
 * What is known before works are looked up: the works of the manuscript's bibliographies by their
 * identifiers, the file that new works are added to, and the identifiers that the text cites without an
 * entry.
 */

import type { Root, RootContent } from 'mdast'
import { VFile } from 'vfile'
import { bibliographyFormat } from '../../bibliography/write/append-entries.ts'
import type { Host } from '../../host/index.ts'
import { basename, dirname, isAbsolute, join } from '../../host/paths.ts'
import type { Manuscript } from '../../model/article.ts'
import type { CslItem } from '../../model/csl.ts'
import { report } from '../../model/diagnostics.ts'
import type { Metadata } from '../../model/metadata.ts'
import { findManuscript, parse, readBibliographies, readMetadata } from '../../parse/index.ts'
import { identifiersOfWork, resolveCitationKeys } from '../../resolve/index.ts'

export interface ShelfOptions {
  /** Absolute path of the manuscript: its folder or its Markdown file. */
  readonly path: string
  /**
   * Absolute path of the file to write to. Default: the first that the front matter names, else
   * `references.bib`.
   */
  readonly bibliography?: string | undefined
  /** True to look up also all identifiers that the manuscript cites and its bibliographies lack. */
  readonly missing?: boolean | undefined
  /** True to write nothing. */
  readonly isDry?: boolean | undefined
}

/** The bibliographies of a manuscript, and the bibliography that new works are written to. */
export interface Shelf {
  /** The file that the messages of this task are attached to. */
  readonly file: VFile
  readonly files: readonly VFile[]
  /** Identifier → key, such as `doi:10.1/x` → `snow1855mode`; grows with each new work. */
  readonly keys: Map<string, string>
  readonly items: Map<string, CslItem>
  readonly pathOf: (key: string) => string
  /** Absolute path of the file to write to. */
  readonly target?: string
  /** True if the manuscript does not read the target. */
  readonly isUnread: boolean
  readonly isDry: boolean
  /** Identifiers that the manuscript cites and its bibliographies lack. */
  readonly missing: readonly string[]
}

export async function readShelf(options: ShelfOptions, host: Host): Promise<Shelf> {
  const found = await findManuscript(options.path, host)
  // Messages about the manuscript itself are left to the build.
  const scratch = new VFile({ path: found.file.path })
  const { isReadable } = found
  const manuscript = isReadable && options.missing ? await parse({ ...found, host }) : undefined
  const front = isReadable ? await readMetadata(structuredFile(found.file), found.folder, host) : undefined
  const metadata: Metadata = manuscript?.metadata ?? front?.metadata ?? {}
  const { bibliography } = options
  const named = metadata.bibliography ?? []
  const read = await readBibliographies({
    file: scratch,
    folder: found.folder,
    metadata,
    placeOf: () => undefined,
    folders: front?.folders ?? [],
    host,
  })
  const paths = read.files.flatMap(({ path }) => path ?? [])
  const isOther = bibliography !== undefined && !paths.includes(bibliography)
  const other = isOther ? await readAlone(bibliography, host) : undefined
  const references = [...read.references, ...(other?.references ?? [])]
  const target = bibliography ?? (isReadable ? targetOf(named, found.folder, paths) : undefined)
  const file = new VFile({ path: target ?? found.file.path })
  if (target === undefined && !options.isDry) reportNoTarget(file, isReadable ? named : undefined)
  if (options.missing && !isReadable) {
    for (const message of found.file.messages) file.messages.push(message)
  }
  const sources = new Map([...(other?.sources ?? []), ...read.sources])
  return {
    file,
    files: [...read.files, ...(other?.files ?? []), file],
    keys: new Map(references.flatMap(item => identifiersOfWork(item).map(name => [name, item.id] as const))),
    items: new Map(references.map(item => [item.id, item])),
    pathOf: key => sources.get(key)?.file.path ?? target ?? '',
    ...(target !== undefined && { target }),
    isUnread:
      isReadable &&
      target !== undefined &&
      !paths.includes(target) &&
      !isNamed(target, metadata, found.folder),
    isDry: options.isDry ?? false,
    missing: manuscript ? missingIn(manuscript, references) : [],
  }
}

/** A copy of the file without messages: `readMetadata` attaches its own to the file that it reads. */
function structuredFile(file: VFile): VFile {
  return new VFile({ path: file.path, value: file.value })
}

/** The shelf of a bibliography that is named without a manuscript. */
export async function readAlone(path: string, host: Host) {
  return await readBibliographies({
    file: new VFile({ path }),
    folder: dirname(path),
    metadata: { bibliography: [basename(path)] },
    placeOf: () => undefined,
    folders: [],
    host,
  })
}

/** The first named file that can be written to; if none is named, a bibliography beside the manuscript. */
function targetOf(named: readonly string[], folder: string, beside: readonly string[]): string | undefined {
  const local = named.filter(name => !/^https?:/i.test(name))
  const paths = local.map(name => (isAbsolute(name) ? name : join(folder, name)))
  const candidates = named.length > 0 ? paths : beside.filter(path => path.endsWith('.bib'))
  const usual = candidates.find(path => basename(path) === 'references.bib' && named.length === 0)
  const first = usual ?? candidates.find(path => bibliographyFormat(path) !== undefined)
  return first ?? (named.length === 0 ? join(folder, 'references.bib') : undefined)
}

/** True if the manuscript will read the file once it exists. */
function isNamed(path: string, { bibliography = [], references = [] }: Metadata, folder: string): boolean {
  const names = bibliography.map(name => (isAbsolute(name) ? name : join(folder, name)))
  if (names.length + references.length > 0) return names.includes(path)
  return dirname(path) === folder && path.endsWith('.bib')
}

/**
 * Reports that there is no bibliography to write to. `named`: the bibliographies of the front matter;
 * undefined if there is no manuscript.
 */
function reportNoTarget(file: VFile, named: readonly string[] | undefined): void {
  report(file, 'lookup-target', {
    reason: named
      ? `Unexpected bibliography ${named.map(name => `\`${name}\``).join(', ')}, expected BibTeX, CSL-JSON or CSL-YAML`
      : 'Missing manuscript: there is none here, beside whose text the bibliography would stand',
    note: named
      ? 'Name a file such as references.bib first in `bibliography:`, or give one with --bibliography.'
      : 'Give its folder with --manuscript, or the file to write to with --bibliography.',
  })
}

/** All identifiers that are cited but not in the bibliography. */
function missingIn(manuscript: Manuscript, references: readonly CslItem[]): readonly string[] {
  const { title, authorNotes, biographies, abstract, parts, body, metadata } = manuscript
  const paragraphs = [title, ...authorNotes.flat()].map(
    (children): RootContent => ({ type: 'paragraph', children: [...children] }),
  )
  const whole: Root = structuredClone({
    type: 'root',
    children: [
      ...paragraphs,
      ...abstract,
      ...parts.flatMap(part => part.children),
      ...body.children,
      ...biographies.flat(),
    ],
  })
  const found = resolveCitationKeys(whole, {
    references,
    aliases: metadata['citekey-aliases'] ?? {},
    targets: new Map(),
    file: new VFile(),
  })
  return found.map(({ id, URL }) => (id.startsWith('url:') ? (URL ?? id) : id))
}
