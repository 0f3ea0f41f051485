import { describe, expect, it } from 'vitest'
import { codeFrame } from '../../../pipeline/cli/report/code-frame.ts'
import { textWidth } from '../../../pipeline/cli/report/text-width.ts'

/** The frame as two lines: the code, and marks below. */
function frame(lineText: string, column: number, endColumn = column, width = 40): readonly string[] {
  const place = { line: 1, column, endLine: 1, endColumn }
  const made = codeFrame(
    { path: '/a.md', rule: 'r', severity: 'error', reason: 'R', ...place, lineText },
    width,
  )
  return made ? [made.code, ' '.repeat(made.indent) + '^'.repeat(made.length)] : []
}

describe('a frame', () => {
  it('marks a range, a point and the end of the line', () => {
    expect(frame('See @fig:none.', 5, 14)).toEqual(['See @fig:none.', '    ^^^^^^^^^'])
    expect(frame('See it', 5)).toEqual(['See it', '    ^'])
    expect(frame('See it', 7)).toEqual(['See it', '      ^'])
  })

  it('aligns the marks below tabs, wide characters, emoji and letters with accents', () => {
    expect(frame('\ta b', 4, 5)).toEqual(['    a b', '      ^'])
    expect(frame('水位 x', 4, 5)).toEqual(['水位 x', '     ^'])
    expect(frame('水位', 2, 3)).toEqual(['水位', '  ^^'])
    expect(frame('👩‍🔬 x', 7, 8)).toEqual(['👩‍🔬 x', '   ^'])
    expect(frame('e\u0301 x', 4, 5)).toEqual(['e\u0301 x', '  ^'])
  })

  it('cuts a long line around the place, also a place that is longer than the line', () => {
    const words = `${'left '.repeat(40)}@none${' right'.repeat(40)}`
    const [code = '', marks = ''] = frame(words, 201, 206)
    expect(textWidth(code)).toBeLessThanOrEqual(40)
    expect(code.slice(marks.indexOf('^'), marks.length)).toBe('@none')
    expect(code).toMatch(/^….*…$/)
    const [start = '', startMarks = ''] = frame(words, 1, 400)
    expect(start).toMatch(/^left left/)
    expect(startMarks.length).toBeLessThanOrEqual(40)
    expect(frame(words, 440, 446)[0]).toMatch(/^….*right$/)
  })

  it('lets no character through that steers the terminal or turns the order of reading', () => {
    expect(frame('a\u001b[2J\u202eb\u009b', 1)[0]).toBe('a␛[2J�b�')
  })

  it('is missing if the line is empty', () => {
    expect(frame('  ', 1)).toEqual([])
  })

  it('marks the first line of a longer place to its end', () => {
    const message = { path: '/a', rule: 'r', severity: 'error', reason: 'R', lineText: '```{r} x' } as const
    const made = codeFrame({ ...message, line: 1, column: 1, endLine: 3, endColumn: 4 }, 40)
    expect(made).toMatchObject({ indent: 0, length: 8 })
  })
})
