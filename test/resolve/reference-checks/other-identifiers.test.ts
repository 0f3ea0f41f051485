/** Check digits, and pages that go backwards. */
import { describe, expect, it } from 'vitest'
import { isIsbn } from '../../../pipeline/resolve/reference-checks/isbn.ts'
import { isIssn } from '../../../pipeline/resolve/reference-checks/issn.ts'
import { isReversed } from '../../../pipeline/resolve/reference-checks/pages.ts'

describe.each([
  ['ISBN', isIsbn, ['0-8044-2957-X', '080442957x', '978-3-16-148410-0', '0306406152']],
  ['ISSN', isIssn, ['0317-8471', '2049-3630', '03178471', '2434-561X']],
])('%s', (_, isOne, examples) => {
  it.each(examples)('%s is one', example => {
    expect(isOne(example)).toBe(true)
  })

  it.each(examples)('%s is none with any one digit changed', example => {
    for (const [at, digit] of [...example].entries()) {
      if (!/\d/.test(digit)) continue
      for (let step = 1; step < 10; step++) {
        const other = `${example.slice(0, at)}${(Number(digit) + step) % 10}${example.slice(at + 1)}`
        expect([other, isOne(other)]).toEqual([other, false])
      }
    }
  })
})

describe('pages', () => {
  it.each([
    '12',
    '1-12',
    '123–8',
    '199–203',
    'S1–S12',
    'e12',
    'e100-e110',
    '014402-1',
    '1234-1',
    'i–xii',
    '12a-12b',
  ])('%s go on', pages => {
    expect(isReversed(pages)).toBe(false)
  })

  it.each(['128–3', '1234-123', 'S12–S5', '200 -- 100', '1239-38'])('%s go back', pages => {
    expect(isReversed(pages)).toBe(true)
  })
})
