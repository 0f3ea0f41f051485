import { expect, it } from 'vitest'
import { escapedPattern } from '../../pipeline/values/escaped-pattern.ts'

it('matches the text itself, also in Unicode mode', () => {
  const text = String.raw`a.b*c+d?e^f$g{h}i(j)k|l[m]n\o/p-q é`
  for (const flags of ['', 'u']) expect(new RegExp(`^${escapedPattern(text)}$`, flags).test(text)).toBe(true)
  expect(new RegExp(escapedPattern('a.b')).test('axb')).toBe(false)
})
