import { expect, it } from 'vitest'
import { kebab } from '../../../pipeline/parse/front-matter/value-node.ts'
import { keyPattern, keysPattern } from '../../../tooling/schemas/key-pattern.ts'

it.each(['short-title', 'short_title', 'shortTitle', 'Short Title', 'ShortTitle'])('%s is one key', key => {
  expect(kebab(key)).toBe('short-title')
  expect(key).toMatch(new RegExp(keyPattern('short-title')))
})

it('other keys are not it', () => {
  expect('short-titles').not.toMatch(new RegExp(keyPattern('short-title')))
  expect('toc-depth').toMatch(new RegExp(keysPattern(['toc', 'toc-depth'])))
})
