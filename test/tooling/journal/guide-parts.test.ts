/** docs/journals.md has what the schema, the program and styles/ say now. */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { withGuideParts } from '../../../tooling/journal/guide-parts.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const guide = readFileSync(`${root}/docs/journals.md`, 'utf8')

it('the parts are the newest; `npm run journal-keys` writes them', async () => {
  expect(await withGuideParts(guide)).toBe(guide)
})

it.each(readdirSync(`${root}/styles`).filter(name => name !== 'base'))(
  'it names the journal %s, and says what it is',
  name => {
    const [, title = '', words = ''] =
      new RegExp(`^\\| \\[\`${name}\`\\]\\([^)]*\\) \\| ([^|]+) \\| ([^|]+) \\|$`, 'm').exec(guide) ?? []
    expect(title).not.toBe('')
    expect(words.length).toBeGreaterThan(40)
  },
)
