/** The CSV of a table, as programs and spreadsheets read it. */
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { csvText } from '../../../../pipeline/render/web/reader/csv-text.ts'

it.each([
  ['plain text', 'well', 'well'],
  ['a comma', 'a, b', '"a, b"'],
  ['quotation marks', 'a "b"', '"a ""b"""'],
  ['a line break', 'a\nb', '"a\nb"'],
  ['a negative number', '−0.50', '-0.50'],
  ['a negative number with its error', '−1.2 ± 0.1', '-1.2 ± 0.1'],
  ['a minus sign in a text', 'x − 1', 'x − 1'],
  ['a number with a sign', '+1.5e-3', '+1.5e-3'],
  ['a formula', '=1+1', "'=1+1"],
  ['a formula with quotation marks', '=HYPERLINK("a")', '"\'=HYPERLINK(""a"")"'],
  ['a command', '@SUM(A1)', "'@SUM(A1)"],
  ['a calculation', '-1+cmd|A1', "'-1+cmd|A1"],
  ['a wide sign', '＝1+1', "'＝1+1"],
  ['a mark of a missing value', '-', '-'],
  ['a sign', '+', '+'],
  ['TeX', '$x^2$', '$x^2$'],
])('writes %s', (_, text, expected) => {
  expect(csvText([[text]]).replace(/^\ufeff/, '')).toBe(`${expected}\r\n`)
})

describe('a file', () => {
  it('has the mark of UTF-8 only if it needs it', () => {
    expect(csvText([['a']])).toBe('a\r\n')
    expect(csvText([['é']])).toBe('\ufeffé\r\n')
  })

  it('is read again as it was', () => {
    const rows = [
      ['Site', 'Depth, in m', ''],
      ['"Old" weir', '1.5', 'wet\nand dry'],
    ]
    expect(parse(csvText(rows), { bom: true })).toEqual(rows)
  })
})
