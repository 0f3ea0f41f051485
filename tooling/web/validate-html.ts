/**
 * `npm run validate:html [name-prefix…]`: the web editions of the sample, in each journal, of every
 * manuscript of the corpora and of an issue with its landing page through the Nu HTML checker. Exit status 1
 * where one has an error. The checker needs Java and its jar: without them, nothing is checked, and that is
 * said.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chosenEditions } from './editions.ts'
import { findChecker, htmlErrors } from './html-errors.ts'

const checker = findChecker()
if (checker === undefined) {
  process.stderr.write(
    'SKIPPED: the Nu HTML checker needs Java, and VNU_JAR=path/to/vnu.jar (in the npm package vnu-jar).\n',
  )
  process.exit()
}
const editions = await chosenEditions(process.argv.slice(2))
const output = mkdtempSync(join(tmpdir(), 'offprint-html-'))
try {
  for (const { make } of editions) await make(output)
  const errors = htmlErrors(checker, output)
  // By mistake: most are those of a style sheet or a pass, and on many pages.
  const found = [...errors].flatMap(([name, texts]) => texts.map(text => ({ name, text })))
  for (const [text, ones] of Map.groupBy(found, one => one.text)) {
    const names = ones.map(one => one.name).toSorted()
    const others = names.length > 3 ? ` and ${names.length - 3} others` : ''
    process.stdout.write(`${text}\n      ${names.slice(0, 3).join(', ')}${others}\n`)
  }
  process.stdout.write(`${editions.length} editions, ${errors.size} with errors\n`)
  process.exitCode = errors.size > 0 ? 1 : 0
} finally {
  rmSync(output, { recursive: true })
}
