/** Page ranges, and texts that only look like page ranges. */
import { expect, it } from 'vitest'
import { pageRange } from '../../../pipeline/bibliography/write/page-range.ts'

it.each([
  ['54-55', '54', '55'],
  ['54–5', '54', '5'],
  ['S1--S5', 'S1', 'S5'],
  ['e43 - 9', 'e43', '9'],
  ['xi-xv', 'xi', 'xv'],
  ['iv-12', 'iv', '12'],
  ['12:1-12:23', '12:1', '12:23'],
  ['160018-160030', '160018', '160030'],
  ['12a-12b', '12a', '12b'],
])('%s is a range', (pages, first, last) => {
  expect(pageRange(pages)).toEqual({ first, last })
})

it.each(['', '17', 'e1002', '2020-013', '2020-13', '014402-1', 'S1-S5, S7', '1-5-9', 'ABC-D', 'art. 12-13'])(
  '%s is not a page range',
  pages => {
    expect(pageRange(pages)).toBeUndefined()
  },
)
