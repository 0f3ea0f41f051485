/** What of the corpora an author would point the command at: a folder that can be built, else a file. */
import { readdirSync } from 'node:fs'
import { basename, extname, join, relative } from 'node:path'
import { diskHost } from '../../pipeline/host/index.ts'
import { findManuscript } from '../../pipeline/parse/index.ts'

export interface Entry {
  /** The path inside its corpus. */
  readonly name: string
  /** Absolute: a folder or a file. */
  readonly path: string
}

export async function findEntries(corpora: string): Promise<readonly Entry[]> {
  const entries: Entry[] = []
  for (const corpus of ['manuscripts', 'manuscripts-derived']) {
    const root = join(corpora, corpus)
    for (const name of foldersOf(root)) {
      for (const path of await within(join(root, name))) entries.push({ name: relative(root, path), path })
    }
  }
  return entries
}

async function within(folder: string): Promise<readonly string[]> {
  const found = await findManuscript(folder, diskHost)
  if (found.isReadable) return [folder]
  const texts = readdirSync(folder).filter(name => /\.(md|qmd|rmd)$/i.test(name))
  const own = texts.filter(name => basename(name, extname(name)).toLowerCase() !== 'readme')
  if (own.length > 0) return own.map(name => join(folder, name))
  const inner: string[] = []
  for (const name of foldersOf(folder)) inner.push(...(await within(join(folder, name))))
  return inner.length > 0 ? inner : texts.map(name => join(folder, name))
}

function foldersOf(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isDirectory() && !/^[._]/.test(entry.name))
    .map(entry => entry.name)
    .toSorted()
}
