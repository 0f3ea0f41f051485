import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, it } from 'vitest'
import { readMathFont } from '../../pipeline/fonts/index.ts'

const path = '@fontsource/stix-two-math/files/stix-two-math-latin-400-normal.woff'
const font = readMathFont(readFileSync(createRequire(import.meta.url).resolve(path)))

it('reads the constants of the MATH table in em', () => {
  expect(font.constant('AxisHeight')).toBe(0.258)
  expect(font.constant('DisplayOperatorMinHeight')).toBe(1.8)
  expect(font.constant('RadicalKernAfterDegree')).toBe(-0.335)
  expect(font.constant('RadicalDegreeBottomRaisePercent')).toBe(0.55)
})

it('reads the ink and the advance of glyphs, also beyond the first 65,536 characters', () => {
  expect(font.glyphBox(font.glyph('(')).advance).toBeCloseTo(0.357)
  const { height, depth } = font.glyphBox(font.glyph('𝑓'))
  expect([height, depth]).toEqual([0.711, 0.225])
  expect(font.glyph('\u{10FFFE}')).toBe(0)
})

it('reads slants, places of accents and corrections of scripts', () => {
  const letter = font.glyph('𝑉')
  expect(font.italicCorrection(letter)).toBe(0.1)
  expect(font.topAccent(letter)).toBe(0.44)
  expect(font.kern(letter, 'bottomRight', -0.5)).toBe(-0.222)
  expect(font.kern(letter, 'bottomRight', 0.5)).toBe(0.202)
  expect(font.kern(font.glyph('𝑥'), 'topRight', 0)).toBeUndefined()
})

it('reads larger forms and parts', () => {
  const sizes = font.variants(font.glyph('√'), 'vertical').map(({ size }) => size)
  expect(sizes).toEqual([1.188, 1.855, 2.371, 2.892])
  expect(font.parts(font.glyph('('), 'vertical').map(part => part.isExtender)).toEqual([false, true, false])
  expect(font.variants(font.glyph('x'), 'vertical')).toEqual([])
})
