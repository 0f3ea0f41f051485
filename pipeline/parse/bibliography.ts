/**
 * The bibliography files that the front matter names, or lie beside the manuscript where it names none, and the
 * works inside the front matter → CSL items. Entries that cannot be read are reported one by one; the others
 * are kept.
 */
import { extname, isAbsolute, join } from 'node:path'
import type { Position } from 'unist'
import { VFile } from 'vfile'
import type { ReferenceSource } from '../article.ts'
import { report } from '../diagnostics.ts'
import type { Host } from '../host/index.ts'
import type { Metadata } from '../metadata.ts'
import { type CslItem, parseBibtex } from '../tools/citation-js.ts'
import { decodeUtf8 } from './find-manuscript.ts'

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
  readonly files: readonly VFile[]
}

export async function readBibliographies(input: BibliographyInput): Promise<Bibliography> {
  const { metadata, file, folder, host } = input
  const named = metadata.bibliography ?? []
  // CSL-YAML as it stands; the engine passes over what it does not know.
  const own = (metadata.references ?? []).map(item => ({ file, item: item as CslItem }))
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
  const items = read.flatMap(one => one.items.map(item => ({ file: one.file, item })))
  const all = [...own, ...items]
  return {
    references: uniqueItems(all, isNamed),
    sources: new Map(
      all
        .toReversed()
        .map(({ file: source, item }) => [item.id, { file: source, type: '', fields: new Map() }]),
    ),
    files: read.map(one => one.file),
  }
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
  const bytes = await host.read(path)
  const bibliography = new VFile({ path })
  if (!bytes) {
    report(file, 'bibliography-missing', {
      reason: `Missing bibliography \`${name}\`: there is no such file`,
      place: placeOf(['bibliography', index]),
    })
    return { file: bibliography, items: [] }
  }
  if (!decodeUtf8(bibliography, bytes)) return { file: bibliography, items: [] }
  const isJson = /^\s*[[{]/.test(String(bibliography))
  return { file: bibliography, items: isJson ? readCslJson(bibliography) : readBibtex(bibliography) }
}

function readCslJson(file: VFile): CslItem[] {
  try {
    const data: unknown = JSON.parse(String(file))
    if (!Array.isArray(data)) throw new Error('expected a list of works')
    // CSL-JSON as it stands; the engine passes over what it does not know.
    return data.map((item: CslItem) => ({ ...item, id: String(item.id) }))
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    report(file, 'bibliography-broken', { reason: `Unexpected CSL-JSON: ${reason}`, place: start, cause })
    return []
  }
}

/** Reads the file as a whole, and entry by entry where that fails, so that one mistake costs one entry. */
function readBibtex(file: VFile): CslItem[] {
  const text = String(file)
  try {
    return parseBibtex(text)
  } catch {
    const pieces = splitEntries(text)
    const strings = pieces.filter(piece => /^@(string|preamble)/i.test(piece.text)).map(piece => piece.text)
    return pieces
      .filter(piece => /^@\w/.test(piece.text) && !/^@(string|preamble|comment)/i.test(piece.text))
      .flatMap(piece => readEntry(file, piece, strings.join('\n')))
  }
}

interface Piece {
  readonly text: string
  /** 1-based line of its `@`. */
  readonly line: number
}

function readEntry(file: VFile, piece: Piece, strings: string): CslItem[] {
  try {
    return parseBibtex(`${strings}\n${piece.text}`)
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause)
    const key = /^@\w+\s*[{(]\s*([^,\s]*)/.exec(piece.text)?.[1] ?? ''
    const place = /at line (\d+) col (\d+)/.exec(message)
    const line = place ? piece.line + Number(place[1]) - 2 - strings.split('\n').length + 1 : piece.line
    report(file, 'bibliography-broken', {
      reason: `Unexpected end or character in the entry \`${key}\`, expected fields such as \`year = {2015},\``,
      place: { line, column: Number(place?.[2] ?? 1) },
      note: 'The entry is left out. Look for a brace or a comma that is missing.',
      cause,
    })
    return []
  }
}

/** `@…` at the head of a line begins an entry, whatever the braces before it say. */
function splitEntries(text: string): Piece[] {
  const pieces: Piece[] = []
  let lines: string[] = []
  let first = 1
  for (const [index, line] of text.split('\n').entries()) {
    if (/^\s*@\w+\s*[{(]/.test(line) && lines.length > 0) {
      pieces.push({ text: lines.join('\n').trimStart(), line: first })
      lines = []
      first = index + 1
    }
    lines.push(line)
  }
  return [...pieces, { text: lines.join('\n').trimStart(), line: first }]
}

/** The first of each key; a later one with the same key is reported where the author chose the files. */
function uniqueItems(
  items: readonly { readonly file: VFile; readonly item: CslItem }[],
  isChosen: boolean,
): CslItem[] {
  const byId = new Map<string, CslItem>()
  for (const { file, item } of items) {
    if (!byId.has(item.id)) byId.set(item.id, item)
    else if (isChosen) {
      report(file, 'id-duplicate', {
        reason: `Unexpected second entry with the key \`${item.id}\``,
        place: placeOfKey(String(file), item.id),
        note: 'The first one is used.',
      })
    }
  }
  return [...byId.values()]
}

function placeOfKey(text: string, key: string): Position['start'] {
  const at = text.lastIndexOf(`${key},`)
  if (at < 0) return start
  const lines = text.slice(0, at).split('\n')
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 }
}

const start = { line: 1, column: 1 }
