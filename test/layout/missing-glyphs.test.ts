import { VFile } from 'vfile'
import { expect, it } from 'vitest'
import { reportMissingGlyphs } from '../../pipeline/layout/missing-glyphs.ts'

function messagesFor(source: string, characters: string, hasEastAsian: boolean): readonly string[] {
  const file = new VFile({ path: 'paper.md', value: source })
  const points = Array.from(characters, character => character.codePointAt(0) ?? 0)
  reportMissingGlyphs(file, new Set(points), hasEastAsian)
  return file.messages.map(
    message => `${message.place ? String(message).slice(9, 12) : '-'} ${message.reason} | ${message.note}`,
  )
}

it('reports each character at its first place', () => {
  const [first, second] = messagesFor('A \u{13000}.\n\n\u{13000} \u{E123}', '\u{13000}\u{E123}', true)
  expect(first).toMatch(/^1:3 Missing glyph for `\u{13000}` \(U\+13000\): it is in none of the fonts/u)
  expect(second).toMatch(/^3:4 Missing glyph for `\u{E123}` \(U\+E123\)/u)
})

it('names the package of the fonts for Chinese, Japanese and Korean in one message', () => {
  const messages = messagesFor('A ‸\n中文。한', '한文中。\u{E123}', false)
  expect(messages).toEqual([
    '2:1 Missing glyph for `中` (U+4E2D) and 3 more characters: the fonts for Chinese, Japanese and Korean are not installed | They are a package of their own: `npm install offprint-fonts-cjk`.',
    '- Missing glyph for `\u{E123}` (U+E123): it is in none of the fonts | Write it in other characters, or as a picture. A journal may name a font that has it.',
  ])
})

it('does not name the package if it is installed', () => {
  expect(messagesFor('A 中', '中', true)).toEqual([expect.stringContaining('it is in none of the fonts')])
})

it('reports a character of the bibliography without a place', () => {
  expect(messagesFor('A', '中', false)).toEqual([expect.stringMatching(/^- Missing glyph for `中`/)])
})
