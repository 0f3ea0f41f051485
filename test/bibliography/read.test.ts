/**
 * Reads each file of `test/fixtures/bibliography/` and compares its works and messages with the expected file
 * beside it. `UPDATE=1` writes the expected files.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { expectedText } from '../expected-text.ts'
import { readFiles } from './read/read-fixture.ts'

describe.each(['bibtex', 'formats'])('%s', folder => {
  const root = fileURLToPath(new URL(`../fixtures/bibliography/${folder}/`, import.meta.url))
  const names = readdirSync(root).filter(name => !name.endsWith('.expected.json'))

  it.each(names)('%s', async name => {
    const { references, sources, messages } = await readFiles({ [name]: readFileSync(`${root}${name}`) })
    const works = references.map(({ id, ...item }) => ({
      id,
      ...Object.fromEntries(
        Object.entries(item)
          .filter(([key]) => key !== 'citation-key')
          .sort(),
      ),
      '@': [...(sources.get(id)?.fields ?? [])].map(
        ([field, { start }]) => `${field} ${start.line}:${start.column}`,
      ),
    }))
    const text = `${JSON.stringify({ works, messages }, undefined, 1).replace(/\[[\s\d,-]*\]/g, list => list.replace(/\s+/g, ''))}\n`
    expect(text).toBe(expectedText(`${root}${name}.expected.json`, text))
  })
})
