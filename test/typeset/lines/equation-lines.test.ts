/** Where equations are broken: widths of the parts → lines, place of the number and scale. */
import { describe, expect, it } from 'vitest'
import { type EquationPart, equationLines } from '../../../pipeline/typeset/lines/equation-lines.ts'

/** `parts`: what each part begins with, and its width: `['none', 30], ['relation', 80], …`. */
function linesOf(parts: readonly (readonly [EquationPart['opening'], number])[], column: number, number = 0) {
  let at = 0
  const measured = parts.map(([opening, width], child): EquationPart => {
    const start = at
    at += width
    return { opening, child, start, end: at, head: opening === 'relation' ? 15 : 0 }
  })
  return equationLines({ id: 0, source: undefined, column, number, em: 10, parts: measured })
}

describe('an equation', () => {
  it('is broken before relations, which are aligned', () => {
    const chosen = linesOf(
      [
        ['none', 30],
        ['relation', 100],
        ['sign', 60],
        ['relation', 120],
        ['sign', 40],
      ],
      250,
      30,
    )
    expect(chosen.lines).toEqual([
      { child: 0, indent: 0 },
      { child: 3, indent: 3 },
    ])
    expect(chosen).toMatchObject({ numberPlace: 'beside', scale: 1, fits: true })
  })

  it('is broken before signs if breaks before relations are not enough; signs are indented further', () => {
    const chosen = linesOf(
      [
        ['none', 30],
        ['relation', 100],
        ['sign', 100],
        ['sign', 100],
      ],
      250,
    )
    expect(chosen.lines).toEqual([
      { child: 0, indent: 0 },
      { child: 3, indent: 4.5 },
    ])
  })

  it('has a fixed indent if the left side is long, also before conditions', () => {
    const chosen = linesOf(
      [
        ['none', 150],
        ['relation', 180],
        ['space', 60],
        ['relation', 40],
      ],
      250,
    )
    expect(chosen.lines).toEqual([
      { child: 0, indent: 0 },
      { child: 1, indent: 2 },
      { child: 2, indent: 2 },
    ])
  })

  it('has its number below if there is no room beside it', () => {
    const chosen = linesOf(
      [
        ['none', 200],
        ['relation', 45],
      ],
      250,
      30,
    )
    expect(chosen).toEqual({
      lines: [{ child: 0, indent: 0 }],
      numberPlace: 'below',
      scale: 1,
      fits: true,
    })
  })

  it('is set smaller if it cannot be broken, but not below 60 %', () => {
    expect(linesOf([['none', 312.5]], 250, 30)).toMatchObject({
      numberPlace: 'below',
      scale: 0.8,
      fits: true,
    })
    expect(linesOf([['none', 500]], 250)).toMatchObject({ scale: 0.6, fits: false })
  })
})
