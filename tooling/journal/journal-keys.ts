/**
 * `npm run journal-keys`: writes the reference of the keys of `journal.yml` into docs/journals.md, between
 * the two marks, from the schema and from the comments in styles/base/journal.yml.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { withReference } from './key-reference.ts'

const guide = fileURLToPath(new URL('../../docs/journals.md', import.meta.url))
const base = fileURLToPath(new URL('../../styles/base/journal.yml', import.meta.url))

await writeFile(guide, withReference(await readFile(guide, 'utf8'), await readFile(base, 'utf8')))
