/** docs/journals.md has every key of the manifest, as the schema and the comments of the base say now. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { withReference } from '../../../tooling/journal/key-reference.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const base = readFileSync(`${root}/styles/base/journal.yml`, 'utf8')
const guide = readFileSync(`${root}/docs/journals.md`, 'utf8')

it('the reference of the keys is the newest; `npm run journal-keys` writes it', () => {
  expect(withReference(guide, base)).toBe(guide)
})

it('a changed value of the base changes the reference', () => {
  expect(withReference(guide, base.replace('  gutter: 8mm', '  gutter: 9mm'))).toContain('| `9mm` |')
})

it('a guide without the marks is not touched', () => {
  expect(() => withReference('# Journals', base)).toThrow('lacks the marks')
})
