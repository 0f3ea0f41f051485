/** Letters of neighbouring lines are made more alike, as far as the spaces allow. */
import { expect, it } from 'vitest'
import { evenLetters, type FittedLine } from '../../../pipeline/typeset/lines/even-letters.ts'
import { fitLine } from '../../../pipeline/typeset/lines/fit-line.ts'
import { lineStyle } from './random-text.ts'

const line = (target: number, isNatural = false): FittedLine => {
  const room = { natural: 300, target, space: 40, spaces: 10, gaps: 59, em: 12 }
  return { room, fit: fitLine(room, lineStyle, 6), isNatural }
}
const letterFits = (lines: readonly FittedLine[]) => evenLetters(lines, lineStyle).map(fit => fit.letterFit)

it('narrow letters beside wide ones change, and their lines stay filled', () => {
  const lines = [line(290), line(312)]
  const [before, after] = [lines.map(({ fit }) => fit.letterFit), letterFits(lines)]
  const difference = ([one = 0, other = 0]: readonly number[]) => other - one
  expect(difference(before)).toBeGreaterThan(0.04)
  expect(difference(after)).toBeLessThan(difference(before))
  for (const [at, fit] of evenLetters(lines, lineStyle).entries()) {
    const { natural, gaps, spaces, target } = lines[at]?.room ?? line(0).room
    expect(fit.scale * (natural + fit.letterSpacing * gaps + fit.wordSpacing * spaces)).toBeCloseTo(target, 6)
    expect(fit.ratio).toBeGreaterThanOrEqual(-0.75)
    expect(fit.ratio).toBeLessThanOrEqual(0.6)
  }
})

it('alike neighbours stay as they are', () => {
  const lines = [line(306), line(304), line(298)]
  expect(letterFits(lines)).toEqual(lines.map(({ fit }) => fit.letterFit))
})

it('a line whose spaces are already wide stays as it is', () => {
  const lines = [line(340), line(290)]
  expect(letterFits(lines)[0]).toBe(lines[0]?.fit.letterFit)
})

it('the last line stays as it is', () => {
  const lines = [line(290), line(320, true)]
  expect(letterFits(lines)[1]).toBe(lines[1]?.fit.letterFit)
})
