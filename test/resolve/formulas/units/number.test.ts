import { expect, test } from 'vitest'
import {
  defaultNumberStyle,
  printNumber,
  readNumber,
} from '../../../../pipeline/resolve/formulas/units/number.ts'

test.each([
  ['12345', '12\\,345'],
  ['1234', '1234'],
  ['0.12345', '0{.}123\\,45'],
  ['1234567.8', '1\\,234\\,567{.}8'],
  ['-1.5(12)e-3', '{-}1{.}5(12)\\times 10^{-3}'],
  ['3 +- 0.2', '3\\pm 0{.}2'],
  ['3 \\pm 0.2', '3\\pm 0{.}2'],
  ['(3', undefined],
  ['three', undefined],
  ['', undefined],
  ['3 +-', undefined],
  ['1.5d6', '1{.}5\\times 10^{6}'],
])('%s', (source, printed) => {
  const number = readNumber(source)
  expect(number && printNumber(number, defaultNumberStyle)).toBe(printed)
})

test('a compact uncertainty counts from the last digit', () => {
  const number = readNumber('1.234(12)')
  expect(number && printNumber(number, { ...defaultNumberStyle, uncertainty: 'separate' })).toBe(
    '1{.}234\\pm 0{.}012',
  )
})
