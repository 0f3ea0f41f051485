/** MathML → a line of text. */
import type { Element } from 'hast'
import { h } from 'hastscript'
import { describe, expect, it } from 'vitest'
import { formulaText } from '../../pipeline/model/formula-text.ts'

const i = h('mi', 'i')
const n = h('mi', 'n')
const x = h('mi', 'x')
const two = h('mn', '2')
const sum = h('mo', '∑')
const aPlusB = h('mrow', [h('mi', 'a'), h('mo', '+'), h('mi', 'b')])

describe('a formula as text', () => {
  it.each<[string, Element]>([
    ['x²', h('msup', [x, two])],
    ['x₂', h('msub', [x, two])],
    ['x_i', h('msub', [x, i])],
    ['x_i²', h('msubsup', [x, i, two])],
    ['x^(a+b)', h('msup', [x, aPlusB])],
    ['x′', h('msup', [x, h('mo', '′')])],
    ['x̂', h('mover', [x, h('mo', '^')])],
    ['ñ', h('mover', [n, h('mo', '~')])],
    ['(a+b)/2', h('mfrac', [aPlusB, two])],
    ['√2', h('msqrt', [two])],
    ['√(a+b)', h('msqrt', [aPlusB])],
    ['³√x', h('mroot', [x, h('mn', '3')])],
  ])('%s', (expected, formula) => {
    expect(formulaText(formula)).toBe(expected)
  })

  it('has a space between the limits of a sum and its terms', () => {
    const start = h('mrow', [i, h('mo', '='), h('mn', '1')])
    const formula = h('math', [h('munderover', [sum, start, n]), h('msub', [x, i])])
    expect(formulaText(formula)).toBe('∑_(i=1)^n x_i')
  })

  it('has no invisible operators, and no TeX source', () => {
    const source = h('annotation', { encoding: 'application/x-tex' }, '2x')
    const formula = h('math', [h('semantics', [h('mrow', [two, h('mo', '\u2062'), x]), source])])
    expect(formulaText(formula)).toBe('2x')
  })

  it('has a space only for a space that widens', () => {
    const spaced = (width: string) => formulaText(h('mrow', [x, h('mspace', { width }), two]))
    expect(spaced('0.2em')).toBe('x 2')
    expect(spaced('-0.2em')).toBe('x2')
  })

  it('has spaces between the cells of a table', () => {
    const row = h('mtr', [h('mtd', [x]), h('mtd', [two])])
    expect(formulaText(h('mtable', [row, row])).trim()).toBe('x 2 x 2')
  })
})
