/**
 * Corpora beside the repository, too large or of too many licences to be part of it. Where they are absent,
 * the tests that need them say so and are skipped.
 */
import { existsSync } from 'node:fs'

/** The folder with `corpora/` and `bench/`. */
export const shared = new URL('../../shared/', import.meta.url)

/** False, with a line on the console, where `path` is absent. */
export function hasShared(path: string): boolean {
  if (existsSync(new URL(path, shared))) return true
  process.stderr.write(`Skipped: tests over ../shared/${path}, which is not here.\n`)
  return false
}
