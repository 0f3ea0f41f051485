import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { keyReference } from '../../../tooling/journal/key-reference.ts'

const base = readFileSync(new URL('../../../styles/base/journal.yml', import.meta.url), 'utf8')

it('a changed value of the base changes the reference', () => {
  expect(keyReference(base)).toContain('| `8mm` |')
  expect(keyReference(base.replace('  gutter: 8mm', '  gutter: 9mm'))).toContain('| `9mm` |')
})
