/**
 * `npm run journal-keys`: writes what is made from other files into docs/journals.md, between its marks: the
 * keys of `journal.yml`, the HTML of the slots of a template, and the list of journals.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { withGuideParts } from './guide-parts.ts'

const path = fileURLToPath(new URL('../../docs/journals.md', import.meta.url))
await writeFile(path, await withGuideParts(await readFile(path, 'utf8')))
