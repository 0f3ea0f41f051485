/**
 * A path on the command line → the manuscript's file, its folder and the name of its outputs. The name is
 * the file's, or its folder's where the file bears a general name.
 */
import { basename, dirname, extname, join } from 'node:path'
import { VFile } from 'vfile'
import { reportFatal } from '../diagnostics.ts'
import type { Host } from '../host/index.ts'

export interface FoundManuscript {
  readonly file: VFile
  readonly folder: string
  readonly slug: string
  /** False, with a fatal message on `file`, where there is nothing to read. */
  readonly isReadable: boolean
}

const generalNames = ['article', 'paper', 'index', 'main']

/** `path`: absolute, a Markdown file or a folder that holds one. */
export async function findManuscript(path: string, host: Host): Promise<FoundManuscript> {
  const names = await host.list(path)
  if (names) return await findInFolder(path, names, host)
  return await readManuscript(path, host)
}

async function findInFolder(folder: string, names: readonly string[], host: Host): Promise<FoundManuscript> {
  const general = generalNames.map(name => `${name}.md`).find(name => names.includes(name))
  const others = names.filter(name => extname(name) === '.md' && name.toLowerCase() !== 'readme.md')
  const [only, second] = others
  const name = general ?? (second === undefined ? only : undefined)
  if (name !== undefined) return await readManuscript(join(folder, name), host)
  const file = new VFile({ path: folder })
  if (only === undefined) {
    reportFatal(file, 'manuscript-missing', {
      reason: 'Missing manuscript: the folder holds no Markdown file',
      expected: ['article.md'],
      note: 'Put the text into article.md, or name its file on the command line.',
    })
  } else {
    reportFatal(file, 'manuscript-ambiguous', {
      reason: `Unexpected choice of ${others.join(', ')}, expected one manuscript`,
      note: 'Name the file on the command line, or call it article.md.',
    })
  }
  return { file, folder, slug: basename(folder), isReadable: false }
}

async function readManuscript(path: string, host: Host): Promise<FoundManuscript> {
  const folder = dirname(path)
  const stem = basename(path, extname(path))
  const slug = generalNames.includes(stem) ? basename(folder) || stem : stem
  const bytes = await host.read(path)
  const file = new VFile({ path, ...(bytes && { value: bytes }) })
  if (!bytes) {
    reportFatal(file, 'manuscript-missing', {
      reason: 'Missing manuscript: there is no such file or folder',
      note: 'Give the folder of the manuscript, or its Markdown file.',
    })
  }
  const isReadable = bytes !== undefined && decodeUtf8(file, bytes)
  return { file, folder, slug, isReadable }
}

/** Puts the text into `file`, without a byte order mark; a message and false where the bytes are not UTF-8. */
export function decodeUtf8(file: VFile, bytes: Uint8Array): boolean {
  try {
    file.value = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    const before = new TextDecoder().decode(bytes).split('\uFFFD')[0] ?? ''
    const lines = before.split('\n')
    reportFatal(file, 'manuscript-encoding', {
      reason: 'Unexpected byte that is not UTF-8 text',
      place: { line: lines.length, column: (lines.at(-1) ?? '').length + 1 },
      note: 'Save the file as UTF-8, for example with `iconv -f latin1 -t utf-8`.',
    })
    return false
  }
}
