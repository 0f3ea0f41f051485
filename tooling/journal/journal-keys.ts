/**
 * `npm run journal-keys`: writes what is made from other files into docs/journals.md and README.md, between
 * their marks: the keys of `journal.yml`, the HTML of the slots of a template, and the list of journals.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { withGuideParts, withReadmeParts } from './guide-parts.ts'

for (const [name, withParts] of [
  ['docs/journals.md', withGuideParts],
  ['README.md', withReadmeParts],
] as const) {
  const path = fileURLToPath(new URL(`../../${name}`, import.meta.url))
  await writeFile(path, await withParts(await readFile(path, 'utf8')))
}
