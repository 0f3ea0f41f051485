/** Test help: the expected result of a fixture, a file that `UPDATE=1` writes. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const repository = fileURLToPath(new URL('..', import.meta.url))

/** Returns the text of the expected file. With `UPDATE=1`, first writes `result` into the file. */
export function expectedText(file: string | URL, result: string): string {
  const path = typeof file === 'string' ? file : fileURLToPath(file)
  if (process.env.UPDATE === '1') writeFileSync(path, result)
  if (existsSync(path)) return readFileSync(path, 'utf8')
  throw new Error(`Missing ${relative(repository, path)}: run this test with UPDATE=1, then read the file.`)
}
