/**
 * An address in the manuscript → the bytes of an image file. Names are understood as authors mean them: with
 * `%20`, without an extension as in LaTeX, in another case, with `?raw=true` from a web page. Nothing is
 * fetched from the network, and nothing is read outside the manuscript's folder or the project that contains
 * it.
 */

import type { Host, Refusal } from '../../host/index.ts'
import { basename, dirname, extname, join, relative } from '../../host/paths.ts'
import { percentDecoded } from '../../values/percent-decoding.ts'
import { extensions } from './image-format.ts'

type Search =
  | {
      readonly outcome: 'found'
      readonly data: Uint8Array
      /** Absolute path; empty for a picture in a `data:` address. */
      readonly path: string
      /** The name of the file, if the manuscript spells it differently. */
      readonly otherName?: string
    }
  | { readonly outcome: 'remote' | 'outside' }
  | { readonly outcome: 'refused'; readonly refusal: Refusal }
  | {
      readonly outcome: 'missing'
      /** Names of similar files in the folder. */
      readonly alike: readonly string[]
    }

/** Absolute paths of the manuscript's folder and of the project around it, which may be the same. */
export interface Folders {
  readonly folder: string
  readonly root: string
}

export async function findImage(url: string, { folder, root }: Folders, host: Host): Promise<Search> {
  const inline = /^data:[^,]*?(;base64)?,(.*)$/is.exec(url)
  if (inline)
    return { outcome: 'found', path: '', data: decodeInline(inline[2] ?? '', inline[1] !== undefined) }
  if (/^(?:https?|ftp):|^\/\//i.test(url)) return { outcome: 'remote' }
  if (/^[a-z][a-z\d+.-]+:/i.test(url)) return { outcome: 'outside' }
  const paths = spellings(url)
    .flatMap(name => [join(folder, name), ...(name.startsWith('/') ? [join(root, name)] : [])])
    .filter(path => path.startsWith(root === '/' ? '/' : `${root}/`))
  if (paths.length === 0) return { outcome: 'outside' }
  for (const path of paths) {
    const data = await host.read(path)
    if (data) return { outcome: 'found', path, data }
    const refusal = host.refusal(path)
    if (refusal) return { outcome: 'refused', refusal }
  }
  for (const path of paths) {
    const similar = await findAlike(path, root, host)
    if (similar) return similar
  }
  const alike = await Promise.all(paths.map(async path => await ofSameStem(path, host)))
  return { outcome: 'missing', alike: [...new Set(alike.flat())].map(path => basename(path)) }
}

/** The name as written, and read as a web address: without query and fragment, with `%20` decoded. */
function spellings(url: string): readonly string[] {
  const plain = url.replace(/[?#].*$/s, '')
  const names = [url, percentDecoded(url), plain, percentDecoded(plain)]
  return [...new Set([...names, ...names.map(name => name.replaceAll('\\', '/'))])].filter(
    name => name !== '',
  )
}

function decodeInline(text: string, isBase64: boolean): Uint8Array {
  return isBase64 ? Buffer.from(percentDecoded(text), 'base64') : Buffer.from(percentDecoded(text))
}

/** Names in the root folder of a repository or a book. */
const rootMarks: ReadonlySet<string> = new Set(['.git', '.git/', 'myst.yml', '_quarto.yml', '_quarto.yaml'])

/** The folder of the repository or book that contains the manuscript, else the manuscript's own folder. */
export async function projectRoot(folder: string, host: Host): Promise<string> {
  for (let at = folder; at !== dirname(at); at = dirname(at)) {
    // We may not be allowed to read a folder above.
    const names = await host.list(at).catch(() => undefined)
    if (names?.some(name => rootMarks.has(name))) return at
  }
  return folder
}

/**
 * Finds the file under a name with other case or another Unicode form, or with the extension that is left
 * out.
 */
async function findAlike(path: string, root: string, host: Host): Promise<Search | undefined> {
  const actual = await spelledAlike(path, root, host)
  const candidates = actual === undefined ? await ofSameStem(path, host) : [actual]
  for (const candidate of candidates) {
    const data = await host.read(candidate)
    if (!data) continue
    const isCompleted = candidate.startsWith(`${withoutWildcard(path)}.`)
    const otherName = relative(dirname(path), candidate)
    return { outcome: 'found', path: candidate, data, ...(!isCompleted && { otherName }) }
  }
  return undefined
}

/** The path as the disk spells it, part by part. */
async function spelledAlike(path: string, root: string, host: Host): Promise<string | undefined> {
  let at = root
  for (const part of relative(root, path).split('/')) {
    const names = ((await host.list(at)) ?? []).map(name => name.replace(/\/$/, ''))
    const name = names.find(exact => exact === part) ?? names.find(other => fold(other) === fold(part))
    if (name === undefined) return undefined
    at = join(at, name)
  }
  return at
}

/** Image files whose names differ from this one only in extension and case, best format first. */
export async function ofSameStem(path: string, host: Host): Promise<readonly string[]> {
  const folder = dirname(path)
  const names = (await host.list(folder)) ?? []
  const isKnown = extensions.includes(extensionOf(path)) || path.endsWith('.*')
  const wanted = isKnown ? stemOf(path) : basename(path)
  const alike = names.filter(
    name => extensions.includes(extensionOf(name)) && fold(stemOf(name)) === fold(wanted),
  )
  const rank = (name: string) => extensions.indexOf(extensionOf(name)) + (stemOf(name) === wanted ? 0 : 1000)
  return alike.sort((a, b) => rank(a) - rank(b)).map(name => join(folder, name))
}

function withoutWildcard(path: string): string {
  return path.replace(/\.\*$/, '')
}

function extensionOf(path: string): string {
  return extname(path).slice(1).toLowerCase()
}

function stemOf(path: string): string {
  return basename(path, extname(path))
}

/** A form that is equal for names that differ only in case or in the encoding of their accents. */
function fold(name: string): string {
  return name.normalize('NFC').toLowerCase()
}
