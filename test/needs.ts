/**
 * What some tests need and a clone may lack: the corpora beside the repository, which are too large or under
 * too many licences to be part of it, and programs that judge PDFs. Tests without it are skipped, and a line
 * at the end of the run says why (`skipped-tests.ts`).
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { noteSkipped } from './skipped-tests.ts'

/** The folder with `corpora/` and `bench/`. */
export const shared = new URL('../../shared/', import.meta.url)

/** `path`: relative to `../shared`. */
export function hasShared(path: string): boolean {
  return existsSync(new URL(path, shared)) || noteSkipped(`../shared/${path} is not here`)
}

/** Debian's package of the same name, unless `of` names another. */
export function hasProgram(program: string, of = program): boolean {
  return spawnSync(program, ['-v']).error === undefined || noteSkipped(`${program} (${of}) is not installed`)
}
