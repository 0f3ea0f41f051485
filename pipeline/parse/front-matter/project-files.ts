/**
 * Finds and reads the metadata files around a manuscript, whose values are defaults for its front matter:
 * `metadata.yaml` (Manubot), `_metadata.yml` and `_quarto.yml` (Quarto), `myst.yml` and the files that it
 * extends (MyST). The nearest file comes first.
 */

import { VFile } from 'vfile'
import type { Host } from '../../host/index.ts'
import { dirname, join, relative } from '../../host/paths.ts'
import { report } from '../../model/diagnostics.ts'
import { reportRefusal } from '../../model/refusals.ts'
import { decodeUtf8 } from '../../model/utf8-text.ts'
import type { Reading } from './reading.ts'
import { textsOf } from './texts.ts'
import { entryOf, itemsOf, kebab, type MapEntry, type MapNode, type ValueNode } from './value-node.ts'
import { readYamlTree } from './yaml-tree.ts'

interface ProjectFile {
  readonly file: VFile
  readonly node: MapNode
  /** True for the `project` of a MyST file; the folder of that file may contain bibliographies. */
  readonly isProject: boolean
}

interface ProjectInput {
  /** Absolute path of the manuscript's folder. */
  readonly folder: string
  readonly host: Host
  readonly reading: Reading
}

/** The greatest number of folders above the manuscript that are searched. */
const height = 2

export async function readProjectFiles(input: ProjectInput): Promise<readonly ProjectFile[]> {
  const folders = await foldersOf(input)
  const beside = await readFirst(
    [join(input.folder, 'metadata.yaml'), join(input.folder, 'metadata.yml')],
    input,
  )
  const inherited = await Promise.all(
    folders.map(folder => readFirst([join(folder, '_metadata.yml')], input)),
  )
  const quarto = await readFirst(
    folders.map(folder => join(folder, '_quarto.yml')),
    input,
  )
  const myst = await readFirst(
    folders.map(folder => join(folder, 'myst.yml')),
    input,
  )
  const metadataFiles = [beside, ...inherited, quarto].filter(metadata => metadata !== undefined)
  return [
    ...metadataFiles.map(metadata => placed({ ...metadata, isProject: false }, input.folder)),
    ...(myst ? await readMyst(myst, input, new Set()) : []),
  ]
}

/** The manuscript's folder and the folders above it, up to the root of a repository. */
async function foldersOf({ folder, host }: ProjectInput): Promise<readonly string[]> {
  const folders = [folder]
  while (folders.length <= height) {
    const last = folders.at(-1) ?? folder
    const names = await host.list(last)
    if (names?.includes('.git/') || names?.includes('.git') || dirname(last) === last) break
    folders.push(dirname(last))
  }
  return folders
}

/**
 * The files that `metadata-files` of the maps names (Quarto), relative to the file that names them. Only
 * files in its folder, or further down, are read.
 */
export async function readNamedFiles(
  maps: readonly MapNode[],
  input: ProjectInput,
): Promise<readonly ProjectFile[]> {
  const named = maps.flatMap(node => {
    const list = node.entries.find(({ key }) => kebab(key) === 'metadata-files')?.node
    return list
      ? itemsOf(list).flatMap(item => textsOf(item).map(name => ({ name, origin: item.origin })))
      : []
  })
  const read = await Promise.all(
    named.map(async ({ name, origin }): Promise<readonly ProjectFile[]> => {
      const folder = dirname(origin.file.path)
      const path = join(folder, name)
      const found = path.startsWith(`${folder}/`) ? await readFirst([path], input) : undefined
      if (found) return [placed({ ...found, isProject: false }, input.folder)]
      const isInside = path.startsWith(`${folder}/`)
      const { file, position: place } = origin
      if (isInside && reportRefusal(input.host, path, { name, file, place })) return []
      report(origin.file, isInside ? 'front-matter-file-missing' : 'include-outside', {
        reason: isInside
          ? `Missing file \`${name}\`, named in \`metadata-files\``
          : `Unexpected file \`${name}\` in \`metadata-files\`, expected a file in the folder`,
        place: origin.position,
        note: 'The metadata in that file is not used.',
      })
      return []
    }),
  )
  return read.flat()
}

interface ReadFile {
  readonly file: VFile
  readonly node: MapNode
}

async function readFirst(paths: readonly string[], input: ProjectInput): Promise<ReadFile | undefined> {
  for (const path of paths) {
    const bytes = await input.host.read(path)
    if (!bytes) continue
    const file = new VFile({ path, value: bytes })
    if (!decodeUtf8(file, bytes)) return undefined
    // A YAML file may begin and end with `---`.
    const text = String(file).replace(/^(---|\.\.\.)[ \t]*$/gm, '')
    const node = readYamlTree(file, text, { line: 1, column: 1 })
    return node?.type === 'map' ? { file, node } : undefined
  }
  return undefined
}

async function readMyst(
  read: ReadFile,
  input: ProjectInput,
  seen: Set<string>,
): Promise<readonly ProjectFile[]> {
  const { file, node } = read
  seen.add(file.path)
  const project = node.entries.find(entry => kebab(entry.key) === 'project')?.node
  const projects =
    project?.type === 'map' ? [placed({ file, node: project, isProject: true }, input.folder)] : []
  const extended = entryOf(node, 'extends')
  const further: ProjectFile[] = []
  for (const item of extended ? itemsOf(extended) : []) {
    const name = textsOf(item).join('')
    const path = join(dirname(file.path), name)
    if (/^https?:/.test(name) || seen.has(path)) continue
    const next = await readFirst([path], input)
    if (next) further.push(...(await readMyst(next, input, seen)))
    else if (!reportRefusal(input.host, path, { name, file, place: item.origin.position })) {
      report(file, 'front-matter-file-missing', {
        reason: `Missing file \`${name}\`, named in \`extends\``,
        place: item.origin.position,
        note: 'The metadata in that file is not used.',
      })
    }
  }
  return [...projects, ...further]
}

/** Makes paths of bibliographies, relative to the project file, relative to the manuscript's folder. */
function placed(project: ProjectFile, folder: string): ProjectFile {
  const from = dirname(project.file.path)
  if (from === folder) return project
  const entries = project.node.entries.map(
    (entry): MapEntry =>
      kebab(entry.key) === 'bibliography' ? { ...entry, node: moved(entry.node, from, folder) } : entry,
  )
  return { ...project, node: { ...project.node, entries } }
}

function moved(node: ValueNode, from: string, folder: string): ValueNode {
  if (node.type === 'scalar') {
    return /^(\/|https?:)/.test(node.text) ? node : { ...node, text: relative(folder, join(from, node.text)) }
  }
  if (node.type === 'list') return { ...node, items: node.items.map(item => moved(item, from, folder)) }
  return {
    ...node,
    entries: node.entries.map(entry => ({ ...entry, node: moved(entry.node, from, folder) })),
  }
}
