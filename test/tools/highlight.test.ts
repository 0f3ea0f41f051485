/** Code is divided into pieces with kinds; its text stays as it is. */
import { describe, expect, it } from 'vitest'
import { codeReader, knownLanguage } from '../../pipeline/tools/highlight.ts'

describe('knownLanguage', () => {
  it.each([
    ['r', 'r'],
    ['{r}', 'r'],
    ['R', 'r'],
    ['.python', 'python'],
    ['ipython3', 'python'],
    ['C++', 'cpp'],
    ['jl', 'julia'],
    ['toString', undefined],
    ['nonsense', undefined],
    ['', undefined],
  ])('%s → %s', (written, known) => {
    expect(knownLanguage(written)).toBe(known)
  })
})

describe('codeReader', () => {
  it('tells words, numbers, strings and comments apart', async () => {
    const read = await codeReader(['r', 'python'])
    const kindOf = (code: string, language: string, text: string) =>
      read(code, language).find(piece => piece.text.includes(text))?.kind
    const code = 'f <- function(x) x + 12 # silt & <mud>\nprint("low \\"tide")\n'
    expect(kindOf(code, 'r', 'function')).toBe('keyword')
    expect(kindOf(code, 'r', '12')).toBe('number')
    expect(kindOf(code, 'r', 'silt & <mud>')).toBe('comment')
    expect(kindOf(code, 'r', 'tide')).toBe('string')
    expect(kindOf('f"{depth}m"', 'python', 'depth')).toBeUndefined()
    expect(
      read(code, 'r')
        .map(({ text }) => text)
        .join(''),
    ).toBe(code)
  })
})
