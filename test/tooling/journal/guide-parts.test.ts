/** docs/journals.md and README.md have what the schema, the program and styles/ say now. */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { withGuideParts, withReadmeParts } from '../../../tooling/journal/guide-parts.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const guide = readFileSync(`${root}/docs/journals.md`, 'utf8')
const readme = readFileSync(`${root}/README.md`, 'utf8')

it('the parts are the newest; `npm run journal-keys` writes them', async () => {
  expect(await withGuideParts(guide)).toBe(guide)
  expect(await withReadmeParts(readme)).toBe(readme)
})

it.each(readdirSync(`${root}/styles`).filter(name => name !== 'base'))(
  'both name the journal %s, and say what it is',
  name => {
    for (const text of [guide, readme]) {
      const [, title = '', words = ''] =
        new RegExp(`^\\| \\[\`${name}\`\\]\\([^)]*\\) \\| ([^|]+) \\| ([^|]+) \\|$`, 'm').exec(text) ?? []
      expect(title).not.toBe('')
      expect(words.length).toBeGreaterThan(40)
    }
  },
)
