/** The JSON Schemas in schemas/: name of the file → its text. */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { settingsSchema } from '../../pipeline/tasks/settings/schema.ts'
import { frontMatterSchema } from './front-matter-schema.ts'
import { journalSchema } from './journal-schema.ts'

function read(path: string): string {
  return readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
}

export function allSchemas(): ReadonlyMap<string, string> {
  const settings = z.toJSONSchema(settingsSchema, { target: 'draft-7', io: 'input', unrepresentable: 'any' })
  const schemas: Readonly<Record<string, object>> = {
    'front-matter.json': frontMatterSchema(read('docs/front-matter.md')),
    'journal.json': journalSchema(read('styles/base/journal.yml')),
    'offprint.json': { ...settings, title: 'Options of Offprint, offprint.yml' },
  }
  return new Map(
    Object.entries(schemas).map(([name, schema]) => [name, `${JSON.stringify(schema, undefined, 2)}\n`]),
  )
}
