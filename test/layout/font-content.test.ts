import { h } from 'hastscript'
import { expect, it } from 'vitest'
import { fontTexts } from '../../pipeline/layout/font-content.ts'

it('groups text by the fonts that it needs, and leaves formulas to the font of formulas', () => {
  const tree = h(null, [
    h('p', ['ab', h('strong', 'cd'), h('code', 'ef'), h('math', [h('mi', 'β')])]),
    h('h2', 'gh'),
  ])
  const { text, texts, hasMath, hasCode } = fontTexts(tree, ['furniture'])
  expect(texts).toEqual({ running: 'furniture0123456789-abcdgh', code: 'ef', math: 'β', bold: 'cdgh' })
  expect(text).toBe('furniture0123456789-abcdghef')
  expect({ hasMath, hasCode }).toEqual({ hasMath: true, hasCode: true })
})

it('knows that a text has neither formulas nor code', () => {
  expect(fontTexts(h(null, [h('p', 'a')]))).toMatchObject({ hasMath: false, hasCode: false })
})
