/** Values of a PDF (ISO 32000-1, 7.3). */
import { describe, expect, it } from 'vitest'
import {
  hexString,
  integerOf,
  isDict,
  readValue,
  refNumber,
  stringOf,
  textOf,
  valueText,
} from '../../../pipeline/tools/pdf/values.ts'

describe('a value', () => {
  it.each([
    '<</Type /Page/Kids [1 0 R 2 0 R]/Rect [0 -1.5 +3 .4]>>',
    '<</A <</B (a \\) b (c) d)>>/C <FEFF00e9>/D null/E true>>',
    '[/A/B 1 2 R 3 0 R]',
    '[]',
  ])('is written as it was read: %s', text => {
    const { value, end } = readValue(`12 0 obj\n${text}\nendobj`, 9)
    expect(end).toBe(9 + text.length)
    const written = valueText(value)
    expect(valueText(readValue(written, 0).value)).toBe(written)
    expect(written.replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
  })

  it('may have comments and any white space between its parts', () => {
    const { value } = readValue('<< /A % a comment >>\r\n 1 0 R\t/B[ 2\n3 ]>>', 0)
    expect(value).toEqual(
      new Map<string, unknown>([
        ['A', '1 0 R'],
        ['B', ['2', '3']],
      ]),
    )
  })

  it.each(['', '<</A', '(open', '[1 2', '<</A 1 2>>', '>>'])('that is broken is an error: %j', text => {
    expect(() => readValue(text, 0)).toThrow(/expected/)
  })

  it('is a reference, a whole number or a dictionary', () => {
    expect([refNumber('12 0 R'), refNumber('12'), refNumber('/R')]).toEqual([12, undefined, undefined])
    expect([integerOf('-3'), integerOf('1.5'), integerOf('3 0 R')]).toEqual([-3, undefined, undefined])
    expect([isDict(new Map()), isDict('<<>>')]).toEqual([true, false])
  })
})

describe('a text', () => {
  it.each([
    ['(a\\(b\\)c)', 'a(b)c'],
    ['(\\101\\7\\n\\\\)', 'A\x07\n\\'],
    ['(a\\\nb)', 'ab'],
    ['<41 42>', 'AB'],
    ['<FEFF00E9D83DDE00>', 'é😀'],
    ['/A#20B', 'A B'],
    ['12', undefined],
  ])('is read from %s', (written, text) => {
    expect(textOf(written)).toBe(text)
  })

  it.each(['plain', 'a(b)\\c', 'é – 😀', ''])('is written so that it can be read: %j', text => {
    expect(textOf(stringOf(text))).toBe(text)
    expect(textOf(hexString(text))).toBe(text)
  })
})
