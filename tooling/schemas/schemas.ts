/** `npm run schemas`: writes the JSON Schemas of the files that people write into schemas/. */
import { mkdir, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { allSchemas } from './all-schemas.ts'

const folder = fileURLToPath(new URL('../../schemas', import.meta.url))
await mkdir(folder, { recursive: true })
for (const [name, text] of allSchemas()) await writeFile(`${folder}/${name}`, text)
