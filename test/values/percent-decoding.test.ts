/** Percent-encoded text → text. */
import { expect, it } from 'vitest'
import { percentDecoded } from '../../pipeline/values/percent-decoding.ts'

it.each([
  ['big%20one', 'big one'],
  ['%C3%A9t%c3%a9', 'été'],
  ['a+b', 'a+b'],
  ['100%', '100%'],
  ['%E9t%E9 of%20Latin-1', '%E9t%E9 of%20Latin-1'],
])('%s → %s', (written, decoded) => {
  expect(percentDecoded(written)).toBe(decoded)
})
