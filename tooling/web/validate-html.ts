/**
 * `npm run validate:html [name-prefix…]`: checks web editions with the Nu HTML checker: the sample in each
 * journal, every manuscript of the corpora, and an issue with its landing page. The exit status is 1 if a
 * page has an error. Without Java and the checker's jar nothing is checked, and a message says so.
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
  // Grouped by error, as most errors come from a style sheet or a step and occur on many pages.
  const occurrences = [...errors].flatMap(([name, texts]) => texts.map(text => ({ name, text })))
  for (const [text, group] of Map.groupBy(occurrences, occurrence => occurrence.text)) {
    const names = group.map(({ name }) => name).toSorted()
    const others = names.length > 3 ? ` and ${names.length - 3} others` : ''
    process.stdout.write(`${text}\n      ${names.slice(0, 3).join(', ')}${others}\n`)
  }
  process.stdout.write(`${editions.length} editions, ${errors.size} with errors\n`)
  process.exitCode = errors.size > 0 ? 1 : 0
} finally {
  rmSync(output, { recursive: true })
}
