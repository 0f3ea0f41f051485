/**
 * A picture that a template, a style sheet or a running head of a journal names → a `data:` address with the
 * file inside, for pages and web editions in one piece.
 */

import type { Host } from '../host/index.ts'
import { basename, dirname, extname, join } from '../host/paths.ts'
import { nearestWord } from '../values/nearest-word.ts'
import { percentDecoded } from '../values/percent-decoding.ts'

/** Where a journal's files are. */
export interface JournalFolders {
  /** Absolute paths of the journal's folder and of those that it extends, the nearest first. */
  readonly folders: readonly string[]
  readonly host: Host
}

export interface FileProblem {
  readonly reason: string
  readonly note: string
}

const mediaTypes: Readonly<Record<string, string>> = {
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.otf': 'font/otf',
}

/** Reads a file from the nearest folder that has it. `name`: a path inside the folder. */
export async function readNearest(
  name: string,
  { folders, host }: JournalFolders,
): Promise<{ readonly path: string; readonly bytes: Uint8Array } | undefined> {
  for (const folder of folders) {
    const path = join(folder, name)
    if (!path.startsWith(`${folder}/`)) continue
    const bytes = await host.read(path)
    if (bytes) return { path, bytes }
  }
  return undefined
}

/** True for an address that is whole as it is: `data:…`, or a place in the same document. */
export function isWholeAddress(address: string): boolean {
  return /^(?:data:|#)/i.test(address.trim())
}

/** The `data:` address of a file of the journal, or what is wrong with its name. */
export async function inlineFile(
  address: string,
  places: JournalFolders,
): Promise<{ readonly address: string } | { readonly problem: FileProblem }> {
  const wrong = (reason: string, note: string) => ({ problem: { reason, note } })
  if (/^[a-z][a-z\d+.-]*:|^\/\//i.test(address)) {
    return wrong(
      `Unexpected address \`${address}\`, expected a file in the folder of the journal`,
      'Nothing is fetched during a build: put the file into the folder of the journal.',
    )
  }
  const [, path = '', fragment = ''] = /^([^?#]*)[^#]*(#.*)?$/s.exec(address) ?? []
  const name = percentDecoded(path)
  const type = mediaTypes[extname(name).toLowerCase()]
  if (type === undefined) {
    return wrong(
      `Unexpected file \`${address}\`, expected a picture: SVG, PNG, JPEG, GIF, WebP or AVIF`,
      'The extension of the name says what a file is.',
    )
  }
  const found = await readNearest(name, places)
  if (!found) return { problem: await missingFile(name, places) }
  if (found.bytes.length === 0)
    return wrong(`Unexpected empty file \`${address}\``, 'Save or export it again.')
  const bytes = Buffer.from(found.bytes).toString('base64')
  return { address: `data:${type};base64,${bytes}${fragment}` }
}

async function missingFile(name: string, { folders, host }: JournalFolders): Promise<FileProblem> {
  const folder = dirname(name)
  const listed = await Promise.all(folders.map(async own => (await host.list(join(own, folder))) ?? []))
  const names = listed.flat().filter(other => !other.endsWith('/') && mediaTypes[extname(other)])
  const nearest = nearestWord(basename(name), names)
  const where =
    folders.length > 1 ? 'the folder of the journal, or of one that it extends' : 'the folder of the journal'
  return {
    reason: `Missing file \`${name}\` in the folder of the journal`,
    note:
      nearest === undefined
        ? `The path is relative to ${where}.`
        : `Did you mean \`${folder === '.' ? nearest : `${folder}/${nearest}`}\`?`,
  }
}
