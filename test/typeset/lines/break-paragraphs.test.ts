/** Paragraphs beside a drop cap. */
import { expect, it } from 'vitest'
import type { Galley, TextBlock } from '../../../pipeline/typeset/galley.ts'
import { breakParagraphs } from '../../../pipeline/typeset/lines/break-paragraphs.ts'
import { lineStyle, textBlock, widthOf } from './random-text.ts'

function linesOf(words: number, drop: TextBlock['drop']) {
  const text = Array.from({ length: words }, () => 'word').join(' ')
  const block = { ...textBlock(text), width: 300, indent: 0, lineHeight: 20, ...(drop && { drop }) }
  const galley: Galley = {
    blocks: [block],
    floats: [],
    notes: [],
    inset: [],
    styles: ['16px serif'],
    ids: [],
    noteRule: 0,
  }
  const broken = breakParagraphs({ galley, widthOf, style: lineStyle, baseline: 20 })
  return broken.get(block.id)?.[0]?.lines ?? []
}

it('have shorter first lines, and only these', () => {
  const lines = linesOf(60, { lines: 2, width: 90 })
  expect(lines.length).toBeGreaterThan(3)
  expect(lines.map(({ offset }) => offset)).toEqual(lines.map((_, index) => (index < 2 ? 90 : 0)))
  for (const { offset, width } of lines.slice(0, -1)) expect(offset + width).toBeLessThan(312)
  expect(lines.length).toBeGreaterThan(linesOf(60, undefined).length - 1)
})

it('have white space below if they are shorter than it', () => {
  const lines = linesOf(2, { lines: 3, width: 90 })
  expect(lines).toHaveLength(1)
  expect(lines[0]?.under).toBe(40)
  expect(linesOf(2, undefined)[0]?.under).toBeUndefined()
})
