/** docs/messages.md explains every rule as the program does. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { withRules } from '../../../tooling/messages/messages-page.ts'

it('docs/messages.md is up to date: `npm run messages` writes it', () => {
  const page = readFileSync(new URL('../../../docs/messages.md', import.meta.url), 'utf8')
  expect(withRules(page)).toBe(page)
})

it('needs the marks', () => {
  expect(() => withRules('# Messages\n')).toThrow('lacks the marks')
})
