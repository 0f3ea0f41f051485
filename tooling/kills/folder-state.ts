/** What a folder contains, to be compared. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** Name → hash of the bytes, sorted. Hidden files are included. */
export function folderState(folder: string): ReadonlyMap<string, string> {
  if (!existsSync(folder)) return new Map()
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name))
  return new Map(files.sort().map(path => [path.slice(folder.length + 1), hashOf(readFileSync(path))]))
}

export function isSame(first: ReadonlyMap<string, string>, second: ReadonlyMap<string, string>): boolean {
  return first.size === second.size && [...first].every(([name, hash]) => second.get(name) === hash)
}

/** The names in a folder that begin as those of temporary files of Offprint do. */
export function leftIn(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder).filter(name => /^\.?offprint-/.test(name)) : []
}

export function empty(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
}

export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
