/** Line breaks in scripts without spaces between words. */
import { describe, expect, it } from 'vitest'
import { scriptBreaks } from '../../../pipeline/typeset/lines/script-breaks.ts'
import { scriptStyle } from '../../../pipeline/typeset/lines/script-style.ts'

/** The text with `|` at each place where a line may end. */
function broken(text: string): string {
  const breaks = scriptBreaks(text, 0, text.length)
  return [0, ...breaks].map((start, at) => text.slice(start, breaks[at])).join('|')
}

describe('a line may end', () => {
  it.each([
    ['天地玄黄，宇宙。', '天|地|玄|黄，|宇|宙。'],
    ['他说：「你好」。', '他|说：|「你|好」。'],
    ['（注）文', '（注）|文'],
    ['ニャーニャー', 'ニャー|ニャー'],
    ['使用Python语言', '使|用|Python|语|言'],
    ['第3章', '第|3|章'],
    ['“引用”文', '“引|用”|文'],
    ['𠀀𠀁字', '𠀀|𠀁|字'],
    ['한국어는', '한국어는'],
    ['plain-Latin/word', 'plain-Latin/word'],
  ])('%s', (text, expected) => {
    expect(broken(text)).toBe(expected)
  })

  it('between the words of Thai', () => {
    expect(broken('มนุษย์ทั้งหลาย').split('|').length).toBeGreaterThan(1)
    expect(broken('มนุษย์ทั้งหลาย').replaceAll('|', '')).toBe('มนุษย์ทั้งหลาย')
  })
})

it('joined letters are not tracked; a line of ideographs is filled by tracking', () => {
  const style = {
    stretch: 0.3,
    shrink: 0.2,
    expansion: 0.02,
    tracking: 0.008,
    protrusion: 1,
    'hyphen-penalty': 50,
  }
  expect(scriptStyle('plain text', style)).toBe(style)
  expect(scriptStyle('with السلام inside', style).tracking).toBe(0)
  expect(scriptStyle('天地玄黄，宇宙洪荒', style).tracking).toBeGreaterThan(style.tracking)
  expect(scriptStyle('mostly Latin with 漢 in it', style)).toBe(style)
})
