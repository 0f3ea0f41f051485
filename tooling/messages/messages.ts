/** `npm run messages`: writes the list of rules into docs/messages.md, between its marks. */
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { withRules } from './messages-page.ts'

const path = fileURLToPath(new URL('../../docs/messages.md', import.meta.url))
await writeFile(path, withRules(await readFile(path, 'utf8')))
