/**
 * From an address in the manuscript to the bytes of a file. Names are taken as authors mean them: `%20`,
 * without an extension as in LaTeX, in another case, with `?raw=true` from a web page. Nothing is fetched,
 * and nothing is read outside of the manuscript's folder or the project that it is part of.
 */

import { posix } from 'node:path'
import type { Host } from '../../host/index.ts'
import { percentDecoded } from '../../values/percent-decoding.ts'
import { extensions } from './image-format.ts'

export type Search =
  | {
      readonly outcome: 'found'
      readonly data: Uint8Array
      /** Absolute; empty for a picture that stands in its address. */
      readonly path: string
      /** The name of the file, where the manuscript writes it otherwise. */
      readonly otherName?: string
    }
  | { readonly outcome: 'remote' | 'outside' }
  | {
      readonly outcome: 'missing'
      /** What the folder has of nearly that name. */
      readonly alike: readonly string[]
    }

/** Absolute folders: of the manuscript, and of the project around it (or the same). */
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
    .flatMap(name => [posix.join(folder, name), ...(name.startsWith('/') ? [posix.join(root, name)] : [])])
    .filter(path => path.startsWith(root === '/' ? '/' : `${root}/`))
  if (paths.length === 0) return { outcome: 'outside' }
  for (const path of paths) {
    const data = await host.read(path)
    if (data) return { outcome: 'found', path, data }
  }
  for (const path of paths) {
    const found = await findAlike(path, root, host)
    if (found) return found
  }
  const alike = await Promise.all(paths.map(async path => await ofSameStem(path, host)))
  return { outcome: 'missing', alike: [...new Set(alike.flat())].map(path => posix.basename(path)) }
}

/** As written, then as an address of the web is written. */
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

const ROOT_MARKS: ReadonlySet<string> = new Set(['.git', '.git/', 'myst.yml', '_quarto.yml', '_quarto.yaml'])

/** The folder of the repository or book that the manuscript is part of; else its own. */
export async function projectRoot(folder: string, host: Host): Promise<string> {
  for (let at = folder; at !== '/' && at !== '.'; at = posix.dirname(at)) {
    // A folder above may be closed to us.
    const names = await host.list(at).catch(() => undefined)
    if (names?.some(name => ROOT_MARKS.has(name))) return at
  }
  return folder
}

/** In another case, in another Unicode form, or with the extension that the author left out. */
async function findAlike(path: string, root: string, host: Host): Promise<Search | undefined> {
  const actual = await spelledAlike(path, root, host)
  const candidates = actual === undefined ? await ofSameStem(path, host) : [actual]
  for (const candidate of candidates) {
    const data = await host.read(candidate)
    if (!data) continue
    const isCompleted = candidate.startsWith(`${withoutWildcard(path)}.`)
    const otherName = posix.relative(posix.dirname(path), candidate)
    return { outcome: 'found', path: candidate, data, ...(!isCompleted && { otherName }) }
  }
  return undefined
}

/** The path as the disk spells it, part by part. */
async function spelledAlike(path: string, root: string, host: Host): Promise<string | undefined> {
  let at = root
  for (const part of posix.relative(root, path).split('/')) {
    const names = ((await host.list(at)) ?? []).map(name => name.replace(/\/$/, ''))
    const name = names.find(one => one === part) ?? names.find(one => fold(one) === fold(part))
    if (name === undefined) return undefined
    at = posix.join(at, name)
  }
  return at
}

/** Files whose name is this one but for the extension and the case, best first. */
export async function ofSameStem(path: string, host: Host): Promise<readonly string[]> {
  const folder = posix.dirname(path)
  const names = (await host.list(folder)) ?? []
  const isKnown = extensions.includes(extensionOf(path)) || path.endsWith('.*')
  const wanted = isKnown ? stemOf(path) : posix.basename(path)
  const alike = names.filter(
    name => extensions.includes(extensionOf(name)) && fold(stemOf(name)) === fold(wanted),
  )
  const rank = (name: string) => extensions.indexOf(extensionOf(name)) + (stemOf(name) === wanted ? 0 : 1000)
  return alike.sort((one, other) => rank(one) - rank(other)).map(name => posix.join(folder, name))
}

function withoutWildcard(path: string): string {
  return path.replace(/\.\*$/, '')
}

function extensionOf(path: string): string {
  return posix.extname(path).slice(1).toLowerCase()
}

function stemOf(path: string): string {
  return posix.basename(path, posix.extname(path))
}

/** Equal for names that differ in case or in the form of their accents. */
function fold(name: string): string {
  return name.normalize('NFC').toLowerCase()
}
