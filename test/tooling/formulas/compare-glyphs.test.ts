import { expect, it } from 'vitest'
import { compareGlyphs } from '../../../tooling/formulas/compare-glyphs.ts'
import type { Glyph } from '../../../tooling/formulas/formula.ts'

/** A row of letters, 0.5 em wide each, that begins at `x` on the baseline `y`. */
function row(text: string, x = 0, y = 0): Glyph[] {
  return [...text].map((letter, index) => ({
    text: letter,
    left: x + index * 0.6,
    right: x + index * 0.6 + 0.5,
    bottom: y,
    top: y + 0.7,
  }))
}

it('finds no displacement in a formula that is moved as a whole', () => {
  const { mean, largest, missing, added } = compareGlyphs(row('abcd', 3, 7), row('abcd'))
  expect(mean).toBeCloseTo(0)
  expect(largest?.distance).toBeCloseTo(0)
  expect([missing, added]).toEqual([[], []])
})

it('measures the distance of a character that stands too high', () => {
  const ours = row('abc').map((glyph, index) => (index === 1 ? { ...glyph, bottom: 0.3, top: 1 } : glyph))
  const { largest, mean } = compareGlyphs(ours, row('abc'))
  expect(largest?.text).toBe('b')
  expect(largest?.distance).toBeCloseTo(0.3)
  expect(mean).toBeCloseTo(0.1)
})

it('counts a wrong size as a displacement', () => {
  const ours = row('abc').map((glyph, index) => (index === 2 ? { ...glyph, top: 1 } : glyph))
  expect(compareGlyphs(ours, row('abc')).largest?.distance).toBeCloseTo(0.3)
})

it('pairs equal characters by their places, and names those without a partner', () => {
  const { largest, missing, added } = compareGlyphs(row('aab'), row('aac'))
  expect(largest?.distance).toBeCloseTo(0)
  expect([missing, added]).toEqual([['c'], ['b']])
})
