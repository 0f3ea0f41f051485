/**
 * The folders of a journal: its own, and those of the journals that it extends, read up to the one that
 * extends none. `extends` names a folder beside the journal's own or in `styles/`, or a path such as
 * `../house`.
 */

import { VFile } from 'vfile'
import type { Host } from '../host/index.ts'
import { basename, dirname, isPath, resolve } from '../host/paths.ts'
import { reportFatal } from '../model/diagnostics.ts'
import { nearestWord } from '../values/nearest-word.ts'
import { isRecord } from '../values/record.ts'
import { readYaml, type YamlSource } from '../values/yaml-source.ts'

/** The folder of one journal. */
export interface Layer {
  readonly folder: string
  /** The manifest, with its messages. */
  readonly file: VFile
  /** The manifest as read. Undefined if it cannot be read; a message in `file` says why. */
  readonly yaml: YamlSource | undefined
}

/**
 * Reads the manifests of a journal and of all that it extends; the journal itself is last. `folder`: absolute
 * path. `library`: the folder of the journals that come with Offprint.
 */
export async function readChain(folder: string, library: string, host: Host): Promise<readonly Layer[]> {
  const own = await readManifest(folder, host)
  if (own.yaml === undefined) {
    if (String(own.file) === '') await reportUnknown(own.file, folder, library, host)
    return [own]
  }
  const layers = [own]
  for (let layer: Layer | undefined = own; layer; ) {
    layer = await extendedBy(layer, layers, library, host)
    if (layer) layers.unshift(layer)
  }
  return layers
}

/** The journal that `layer` extends. Undefined if there is none; a message says why if one is named. */
async function extendedBy(
  layer: Layer,
  read: readonly Layer[],
  library: string,
  host: Host,
): Promise<Layer | undefined> {
  const value = layer.yaml?.value
  const name = isRecord(value) ? value.extends : undefined
  if (name === undefined || name === null) return undefined
  const place = layer.yaml?.placeOf(['extends'])
  if (typeof name !== 'string') {
    return reportFatal(layer.file, 'journal-invalid', {
      reason: 'Unexpected value of `extends`, expected the name of one journal',
      place,
    })
  }
  const beside = resolve(dirname(layer.folder), name)
  const folders = isPath(name)
    ? [resolve(layer.folder, name)]
    : [beside, `${library}/${name}`].filter(folder => folder !== layer.folder)
  for (const folder of folders) {
    const found = await readManifest(folder, host)
    if (found.yaml === undefined && String(found.file) === '') continue
    if (!read.some(other => other.folder === folder)) return found
    const circle = [...read.map(other => nameOf(other.folder)).reverse(), nameOf(folder)]
    return reportFatal(layer.file, 'journal-invalid', {
      reason: `Unexpected circle of \`extends\`: ${circle.join(' → ')}`,
      place,
      note: 'One of these journals must extend another journal, such as base.',
    })
  }
  const near = isPath(name) ? [] : await journalsIn(dirname(layer.folder), host)
  const names = [...new Set([...near, ...(await journalsIn(library, host)), 'base'])]
  return reportFatal(layer.file, 'journal-invalid', {
    reason: `Missing journal \`${name}\`, which \`extends\` names`,
    place,
    ...choices(
      name,
      names.filter(other => other !== nameOf(layer.folder)),
    ),
  })
}

/** A manifest without text has no file, or an empty one. */
async function readManifest(folder: string, host: Host): Promise<Layer> {
  const path = `${folder}/journal.yml`
  const bytes = await host.read(path)
  const text = bytes && new TextDecoder().decode(bytes)
  const file = new VFile({ path, ...(text !== undefined && { value: text }) })
  if (text === undefined) return { folder, file, yaml: undefined }
  const yaml = readYaml(text, { line: 1, column: 1, offset: 0 })
  for (const { reason, place } of yaml.errors) {
    reportFatal(file, 'journal-invalid', { reason: `Unexpected YAML: ${reason}`, place })
  }
  if (text.trim() === '') {
    reportFatal(file, 'journal-invalid', {
      reason: 'Unexpected empty file, expected `extends`, `title` and what differs from that journal',
      note: 'Begin with `extends: article` and `title: My Journal`.',
    })
  }
  return { folder, file, yaml: file.messages.length > 0 ? undefined : yaml }
}

/** Reports that a folder has no journal. */
async function reportUnknown(file: VFile, folder: string, library: string, host: Host): Promise<void> {
  if (file.messages.length > 0) return
  const isShipped = dirname(folder) === library
  const names = await journalsIn(isShipped ? library : dirname(folder), host)
  const name = nameOf(folder)
  const { note, expected } = choices(name, names)
  const refusal = host.refusal(`${folder}/journal.yml`)
  reportFatal(file, 'journal-unknown', {
    reason: `Missing journal style \`${name}\`: ${refusal?.reason ?? 'there is no journal.yml in its folder'}`,
    expected,
    note: refusal
      ? 'Put the journal beside the manuscript, or name its folder on the command line: --style <folder>.'
      : isShipped && note !== undefined
        ? `${note} A folder of your own is named by its path: ./${name}`
        : note,
  })
}

/** The names of the folders with a manifest of a whole journal, which `base` is not. */
async function journalsIn(folder: string, host: Host): Promise<readonly string[]> {
  const names = ((await host.list(folder)) ?? []).filter(name => name.endsWith('/'))
  const journals = await Promise.all(
    names.map(async name => {
      const isJournal = (await host.read(`${folder}/${name}journal.yml`)) !== undefined
      return isJournal && name !== 'base/' ? [name.slice(0, -1)] : []
    }),
  )
  return journals.flat()
}

/** The names that could have been written, the likeliest first, and a sentence that says so. */
function choices(name: string, names: readonly string[]): { note?: string; expected: readonly string[] } {
  if (names.length === 0) return { expected: [] }
  const nearest = nearestWord(name, names)
  const expected = nearest === undefined ? names : [...new Set([nearest, ...names])]
  const question = nearest === undefined ? '' : `Did you mean \`${nearest}\`? `
  return { expected, note: `${question}The journals that can be named are ${names.join(', ')}.` }
}

function nameOf(folder: string): string {
  return basename(folder)
}
