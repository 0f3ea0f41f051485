/**
 * The YAML at the head of a manuscript and the metadata files of its project → `Metadata`, with an account of
 * where each value came from. An invalid value is reported at its position and left out; the rest is kept.
 */
import type { Yaml } from 'mdast'
import type { Point, Position } from 'unist'
import type { VFile } from 'vfile'
import type { Host } from '../../host/index.ts'
import { report } from '../../model/diagnostics.ts'
import type { Metadata } from '../../model/metadata.ts'
import { findMetadataBlocks, type TitleField } from '../source/metadata-blocks.ts'
import { type ListedAffiliation, readAffiliations } from './affiliations.ts'
import { readAuthors } from './authors.ts'
import { checkMetadata } from './check.ts'
import {
  type Draft,
  type DraftMap,
  leaf,
  leavesOf,
  list,
  map,
  originAt,
  type Path,
  withValue,
} from './draft.ts'
import type { Fields } from './field-writer.ts'
import { readFields } from './fields.ts'
import { readPeople } from './people.ts'
import { readNamedFiles, readProjectFiles } from './project-files.ts'
import { type Ignored, Reading } from './reading.ts'
import { textsOf } from './texts.ts'
import type { MapEntry, MapNode, Origin, ScalarNode, ValueNode } from './value-node.ts'
import { readYamlTree } from './yaml-tree.ts'

export interface FrontMatter {
  readonly metadata: Metadata
  /** Position of a value in the manuscript; undefined if the value comes from another file. */
  readonly placeOf: (path: Path) => Position | undefined
  /** Origin of a value, in the manuscript or in a metadata file. */
  readonly originOf: (path: Path) => Origin
  readonly account: Account
  /** The metadata files of the project that were read. */
  readonly files: readonly VFile[]
  /** Folders to search for bibliographies that the front matter does not name. */
  readonly folders: readonly string[]
}

/** The values that were used and the keys that were not. `offprint explain` prints it. */
interface Account {
  readonly understood: readonly { readonly path: Path; readonly value: unknown; readonly origin: Origin }[]
  readonly ignored: readonly Ignored[]
}

interface FrontMatterInput {
  readonly file: VFile
  /** The YAML node at the head of the manuscript, if there is one. */
  readonly yaml: Yaml | undefined
  readonly folder: string
  readonly host: Host
}

/**
 * Maps that are merged: later files add the entries that earlier files lack. For other keys the first file
 * that has the key is used.
 */
const merging: ReadonlySet<string> = new Set([
  'dates',
  'pages',
  'journal',
  'copyright',
  'summaries',
  'declarations',
  'macros',
  'abbreviations',
  'author-notes',
  'look',
])

export async function readFrontMatter(input: FrontMatterInput): Promise<FrontMatter> {
  const { file, yaml, folder } = input
  const reading = new Reading()
  const pages = readPages(file, yaml)
  const found = await readProjectFiles({ folder, host: input.host, reading })
  const maps = [...pages, ...found.map(project => project.node)]
  const projects = [...found, ...(await readNamedFiles(maps, { folder, host: input.host, reading }))]
  const fields = [...pages, ...projects.map(project => project.node)].map(node => readFields(node, reading))

  const empty: Origin = { file, key: '' }
  const merged = fields.reduce<DraftMap>((draft, page) => lay(draft, page.draft), map({}, empty))
  const lang = merged.entries.get('lang')
  if (lang?.type === 'leaf') reading.language = String(lang.value)
  const draft = withPeople(merged, fields, reading)
  const metadata = checkMetadata(draft, reading)
  reading.reportDecided()
  const originOf = (path: Path) => originAt(draft, path)
  return {
    metadata,
    originOf,
    placeOf: path => {
      const origin = originOf(path)
      return origin.file === file ? origin.position : undefined
    },
    account: {
      understood: leavesOf(draft).map(({ path, leaf: { value, origin } }) => ({ path, value, origin })),
      ignored: reading.ignored,
    },
    files: projects.map(project => project.file),
    folders: [
      folder,
      ...projects.flatMap(project => (project.isProject ? [project.file.dirname ?? folder] : [])),
    ],
  }
}

/** All metadata in the manuscript, the last block first. As in pandoc, later blocks take precedence. */
function readPages(file: VFile, yaml: Yaml | undefined): readonly MapNode[] {
  const { fields, later } = findMetadataBlocks(String(file))
  const blocks = later.map(({ text, line }) => readYamlTree(file, text, { line, column: 1 }))
  const pages = [titleNode(file, fields), yaml && readPage(file, yaml), ...blocks]
  return pages.filter(page => page?.type === 'map').reverse()
}

/** pandoc's title block as the map that the same metadata in YAML would give. */
function titleNode(file: VFile, fields: readonly TitleField[]): MapNode | undefined {
  if (fields.length === 0) return undefined
  const entries = fields.map(({ key, values }): MapEntry => {
    const items = values.map(({ text, line }): ScalarNode => {
      const column = Math.max(0, String(file).split('\n')[line - 1]?.indexOf(text) ?? 0) + 1
      const start: Point = { line, column }
      const position = { start, end: { line, column: column + text.length } }
      return { type: 'scalar', text, origin: { file, key, position, textStart: start } }
    })
    const [first] = items
    const origin: Origin = first?.origin ?? { file, key }
    const node = key === 'author' || !first ? ({ type: 'list', items, origin } as const) : first
    return { key, keyOrigin: origin, node }
  })
  return { type: 'map', entries, origin: { file, key: '' } }
}

function readPage(file: VFile, yaml: Yaml): MapNode | undefined {
  const start: Point = yaml.position?.start ?? { line: 1, column: 1 }
  // The value begins on the line after `---`.
  const node = readYamlTree(file, yaml.value, { line: start.line + 1, column: 1 })
  if (node?.type === 'map') return node
  if (node && (node.type === 'list' || node.text !== '')) {
    report(file, 'front-matter-broken', {
      reason: 'Unexpected front matter, expected lines such as `title: …`',
      place: yaml.position,
    })
  }
  return undefined
}

/** Adds to `upper` the entries of `lower` that it lacks. */
function lay(upper: DraftMap, lower: DraftMap): DraftMap {
  const entries = new Map(upper.entries)
  for (const [key, draft] of lower.entries) {
    const old = entries.get(key)
    if (!old) entries.set(key, draft)
    else if (merging.has(key) && old.type === 'map' && draft.type === 'map') entries.set(key, lay(old, draft))
  }
  return { ...upper, entries }
}

function withPeople(draft: DraftMap, fields: readonly Fields[], reading: Reading): DraftMap {
  const authors =
    fields.find(page => page.authors.length > 0)?.authors.flatMap(node => readAuthors(node, reading)) ?? []
  const people = readPeople(
    {
      authors,
      affiliations: firstOfEach(
        fields.flatMap(page => page.affiliations.flatMap(node => readAffiliations(node, reading))),
      ),
      corresponding: fields.flatMap(page => page.corresponding),
      equal: fields.flatMap(page => page.equal),
      marks: new Map(fields.flatMap(page => [...page.marks])),
    },
    reading,
  )
  const notes = fields.flatMap(page => page.authorNotes)
  const [unnoted, ...others] = people.authors
  const first = unnoted && withNotes(unnoted, notes)
  const [affiliation] = people.affiliations
  const groupNotes: Record<string, Draft | undefined> = {
    equal: people.equalNote,
    corresponding: people.correspondingNote,
  }
  let result = draft
  if (first) result = withValue(result, ['authors'], list([first, ...others], first.origin))
  if (affiliation) result = withValue(result, ['affiliations'], list(people.affiliations, affiliation.origin))
  for (const [key, note] of Object.entries(groupNotes)) {
    if (note) result = withValue(result, ['author-notes', key], note)
  }
  return result
}

/** The first author with the notes about all authors (papaja), which are printed as notes of this author. */
function withNotes(author: DraftMap, nodes: readonly ValueNode[]): DraftMap {
  const added = nodes.flatMap(node => textsOf(node).map(text => leaf(text, node.origin)))
  if (added.length === 0) return author
  const present = author.entries.get('notes')
  const notes = list([...(present?.type === 'list' ? present.items : []), ...added], author.origin)
  return { ...author, entries: new Map(author.entries).set('notes', notes) }
}

/** Removes affiliations whose id occurred before: the nearest file takes precedence. */
function firstOfEach(listed: readonly ListedAffiliation[]): readonly ListedAffiliation[] {
  const ids = new Set<string>()
  return listed.filter(({ id }) => {
    if (id === undefined) return true
    const isNew = !ids.has(id)
    ids.add(id)
    return isNew
  })
}
