/** How letters and spaces share what a line lacks. */
import { describe, expect, it } from 'vitest'
import { fitLine, type LineRoom } from '../../../pipeline/typeset/lines/fit-line.ts'
import { lineStyle } from './random-text.ts'

const room = (over: Partial<LineRoom> = {}): LineRoom => ({
  natural: 300,
  target: 300,
  space: 40,
  spaces: 10,
  gaps: 59,
  em: 16,
  ...over,
})
const mostRatio = 2 / lineStyle.stretch
const filled = (over: Partial<LineRoom> = {}) => fitLine(room(over), lineStyle, mostRatio)
const widthOf = (over: Partial<LineRoom> = {}) => {
  const { natural, gaps, spaces } = room(over)
  const { scale, letterSpacing, wordSpacing } = filled(over)
  return scale * (natural + letterSpacing * gaps + wordSpacing * spaces)
}

describe('a line', () => {
  it('is always filled', () => {
    for (const target of [290, 295, 300, 305, 312, 330, 390])
      expect(widthOf({ target })).toBeCloseTo(target, 6)
  })

  it('that fits is left alone', () => {
    expect(filled()).toMatchObject({ scale: 1, letterSpacing: 0, wordSpacing: 0, ratio: 0, strain: 0 })
  })

  it('changes only its letters while their usual limits allow it', () => {
    expect(filled({ target: 302 })).toMatchObject({ letterSpacing: 0, strain: 0, ratio: 0 })
  })

  it('changes its spaces before its letters exceed their usual limits', () => {
    const { scale, ratio, strain } = filled({ target: 307 })
    expect(scale).toBeCloseTo(1.01)
    expect(ratio).toBeGreaterThan(0)
    expect(ratio).toBeLessThan(0.3)
    expect(strain).toBe(0)
  })

  it('strains its letters before its spaces are seen, and no further than needed', () => {
    const { ratio, strain, scale } = filled({ target: 312 })
    expect(ratio).toBeCloseTo(0.3, 1)
    expect(strain).toBeGreaterThan(0)
    expect(strain).toBeLessThan(1)
    expect(scale).toBeLessThan(1.02)
    expect(filled({ target: 330 })).toMatchObject({ strain: 1, scale: 1.02 })
  })

  it('grows steadily: a wider line never has narrower letters or spaces', () => {
    const fits = Array.from({ length: 110 }, (_, step) => filled({ target: 290 + step }))
    fits.slice(1).forEach((next, index) => {
      expect(next.letterFit).toBeGreaterThanOrEqual((fits[index]?.letterFit ?? 0) - 1e-6)
      expect(next.ratio).toBeGreaterThanOrEqual((fits[index]?.ratio ?? 0) - 0.01)
    })
  })

  it('without spaces has only its letters', () => {
    const line = { spaces: 0, space: 0, target: 304 }
    expect(widthOf(line)).toBeCloseTo(304)
    expect(filled(line)).toMatchObject({ wordSpacing: 0, ratio: 0 })
  })

  it('with the widest spaces is tracked before it ends early', () => {
    const { ratio, letterSpacing } = filled({ target: 402 })
    expect(ratio).toBe(mostRatio)
    expect(letterSpacing).toBeGreaterThan(2 * lineStyle.tracking * 16)
    expect(letterSpacing).toBeLessThanOrEqual(0.025 * 16)
    expect(filled({ target: 500 }).ratio).toBeGreaterThan(mostRatio)
  })

  it('in a joined script is never tracked', () => {
    const { ratio, letterSpacing } = fitLine(room({ target: 402 }), { ...lineStyle, tracking: 0 }, mostRatio)
    expect(letterSpacing).toBe(0)
    expect(ratio).toBeGreaterThan(mostRatio)
  })
})
