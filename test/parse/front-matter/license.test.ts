/** Licences by their ids, names and addresses. */
import { expect, test } from 'vitest'
import { readLicense } from '../../../pipeline/parse/front-matter/license.ts'

test.each([
  ['CC-BY-4.0', 'CC-BY-4.0'],
  ['CC BY', 'CC-BY-4.0'],
  ['CC BY-NC-ND 3.0', 'CC-BY-NC-ND-3.0'],
  ['https://creativecommons.org/licenses/by-sa/4.0/', 'CC-BY-SA-4.0'],
  ['CC0', 'CC0-1.0'],
  ['Apache-2.0', 'Apache-2.0'],
])('the licence %j', (text, id) => {
  expect(readLicense(text).id).toBe(id)
})

test('a licence in words keeps its words', () => {
  expect(readLicense('Free for all to read')).toEqual({ text: 'Free for all to read' })
})
