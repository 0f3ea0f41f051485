/** Which values from outside are mappings of keys to values. */
import { expect, it } from 'vitest'
import { isRecord, recordOf } from '../../pipeline/values/record.ts'

it.each([
  [{}, true],
  [{ a: 1 }, true],
  [[], false],
  [null, false],
  [undefined, false],
  ['text', false],
  [1, false],
])('%j is a record: %s', (value, expected) => {
  expect(isRecord(value)).toBe(expected)
})

it('a record is returned itself, other values as an empty record', () => {
  const record = { a: 1 }
  expect(recordOf(record)).toBe(record)
  expect(recordOf(['a'])).toEqual({})
  expect(recordOf(null)).toEqual({})
})
