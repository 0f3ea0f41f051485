/** ROR iDs: their form and check digits. */
import { expect, it } from 'vitest'
import { isRor } from '../../pipeline/values/ror.ts'

it.each([
  ['03yrm5c26', true],
  ['05h992307', true],
  ['03yrm5c27', false],
  ['03yrm5d26', false],
  ['03YRM5C26', false],
  ['13yrm5c26', false],
  ['03yrm5c2', false],
  ['03yrl5c26', false],
  ['https://ror.org/03yrm5c26', false],
])('%s is a ROR iD: %s', (text, expected) => {
  expect(isRor(text)).toBe(expected)
})
