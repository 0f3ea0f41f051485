/** Quarto's `layout` as rows of shares. */
import { describe, expect, it } from 'vitest'
import { percentOf, readLayout } from '../../pipeline/values/layout.ts'

const shares = (text: string) => readLayout(text)?.map(row => row.map(({ share }) => share))

describe('readLayout', () => {
  it.each([
    ['[1,2]', [[1, 2]]],
    [' [[70,30], [1]] ', [[70, 30], [1]]],
    ['[1,-0.5,1]', [[1, -0.5, 1]]],
    ['["40%", "60%"]', [[40, 60]]],
    ['[1,[2,3]]', [[1], [2, 3]]],
  ])('reads %s', (text, expected) => {
    expect(shares(text)).toEqual(expected)
  })

  it.each(['', '2', '[]', '[[]]', '[0]', '[-1]', '[1,"x"]', '[1,null]', '{"a":1}', '[[1],[-1]]'])(
    'does not read %j',
    text => {
      expect(readLayout(text)).toBeUndefined()
    },
  )
})

describe('percentOf', () => {
  it.each([
    ['45%', 45],
    [' 12.5 % ', 12.5],
    ['45', undefined],
    ['%', undefined],
  ])('%j → %s', (text, expected) => {
    expect(percentOf(text)).toBe(expected)
  })
})
