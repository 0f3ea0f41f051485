/**
 * Why tests were skipped, as the last lines of a run. Test files run in other processes: they note
 * their reasons in a file that this process reads in the end.
 */
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'

const variable = 'OFFPRINT_SKIPPED_TESTS'

/** Notes that tests of the running file are skipped, and returns false. */
export function noteSkipped(reason: string): false {
  const list = process.env[variable]
  const file = expect.getState().testPath?.replace(/^.*\/(?=test\/)/, '') ?? ''
  if (list !== undefined) appendFileSync(list, `${reason}\t${file}\n`)
  return false
}

/** Vitest's global set-up. Returns the tear-down, which prints the reasons. */
export function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'offprint-tests-'))
  const list = join(folder, 'skipped')
  process.env[variable] = list
  return () => {
    const lines = existsSync(list) ? readFileSync(list, 'utf8').split('\n').filter(Boolean) : []
    rmSync(folder, { recursive: true })
    const reasons = Map.groupBy(new Set(lines), line => line.split('\t')[0] ?? '')
    for (const [reason, noted] of [...reasons].sort()) {
      const files = noted.map(line => line.split('\t')[1]).sort()
      process.stdout.write(`Skipped, because ${reason}: ${files.join(', ')}\n`)
    }
  }
}
