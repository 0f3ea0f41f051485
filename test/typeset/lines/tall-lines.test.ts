/** The room over and under lines that contain high formulas. */
import { describe, expect, it } from 'vitest'
import type { Reach, TextBlock } from '../../../pipeline/typeset/galley.ts'
import type { Line } from '../../../pipeline/typeset/items.ts'
import { lineTops, reachBelow, withRoom } from '../../../pipeline/typeset/lines/tall-lines.ts'

const grid = { em: 10, baseline: 12 }

/** Each entry is a line of ten characters; its formula, if it has one, is at index 5. */
function roomOf(reaches: readonly (Reach | undefined)[], lineHeight = 12): (number | undefined)[][] {
  const atoms = reaches.flatMap((reach, line) =>
    reach ? [{ at: 10 * line + 5, width: 1, length: 1 as const, reach }] : [],
  )
  // `withRoom` reads no other properties of a block or a line.
  const block = { atoms, lineHeight } as unknown as TextBlock
  const lines = reaches.map((_, line) => ({ start: 10 * line, end: 10 * line + 9 })) as unknown as Line[]
  return withRoom(block, lines, grid).map(({ over, under }) => [over, under])
}

describe('a line', () => {
  it('with an ordinary fraction is as high as other lines', () => {
    expect(roomOf([undefined, { rise: 9, drop: 5 }, undefined])).toEqual([
      [undefined, undefined],
      [undefined, undefined],
      [undefined, undefined],
    ])
  })

  it('with a sum gets whole lines of the grid, most of the room above if the sum only rises', () => {
    const [, both, , up] = roomOf([undefined, { rise: 18, drop: 12 }, undefined, { rise: 20, drop: 2 }])
    const [over = 0, under = 0] = both ?? []
    expect((over + under) % 12).toBeCloseTo(0)
    expect(over).toBeGreaterThanOrEqual(18 + 2.2 - 12)
    expect(under).toBeGreaterThanOrEqual(12 + 7.3 - 12)
    expect(up?.[0]).toBeGreaterThan(up?.[1] ?? 0)
    expect((up?.[0] ?? 0) + (up?.[1] ?? 0)).toBeCloseTo(12)
  })

  it('of small type gets only the room that it needs', () => {
    const [[over = 0, under = 0] = []] = roomOf([{ rise: 14, drop: 3 }], 11)
    expect(over).toBeCloseTo(14 + 2.2 - 11)
    expect(under).toBe(0)
  })

  it('of small type gets room also for an ordinary fraction', () => {
    const [[over = 0] = []] = roomOf([{ rise: 9.5, drop: 3 }], 11)
    expect(over).toBeCloseTo(9.5 + 2.2 - 11)
  })

  it('does not touch the next line if both are high', () => {
    const [[, under = 0] = [], [over = 0] = []] = roomOf([
      { rise: 5, drop: 14 },
      { rise: 18, drop: 2 },
    ])
    expect(12 + under + over).toBeGreaterThanOrEqual(14 + 18)
  })
})

describe('neighbouring paragraphs', () => {
  const block = (reach: Reach) =>
    ({ atoms: [{ at: 5, width: 1, length: 1, reach }], lineHeight: 12 }) as unknown as TextBlock
  const lines = [{ start: 0, end: 9 }] as unknown as Line[]

  it('do not touch each other if both have high formulas', () => {
    const first = block({ rise: 5, drop: 5.5 })
    const upper = withRoom(first, lines, grid)
    const above = reachBelow(first, upper)
    expect(above).toBe(5.5)
    const second = block({ rise: 10, drop: 3 })
    expect(withRoom(second, lines, grid)[0]?.over).toBeUndefined()
    const [line] = withRoom(second, lines, { ...grid, above })
    expect(line?.over).toBeGreaterThanOrEqual(5.5 + 10 - 12)
  })

  it('are counted from the white space under the upper one', () => {
    const first = block({ rise: 5, drop: 20 })
    expect(reachBelow(first, withRoom(first, lines, grid))).toBeLessThanOrEqual(12 - 7.3)
  })
})

it('takes a little room below, too, if it takes room above', () => {
  const [[over = 0, under = 0] = []] = roomOf([{ rise: 13, drop: 5.5 }])
  expect(over).toBeGreaterThanOrEqual(13 + 2.2 - 12)
  expect(under).toBeGreaterThanOrEqual(5.5 + 7.3 - 12)
})

it('the top of a line is below the room over it', () => {
  const lines = [{}, { over: 4, under: 8 }, {}] as unknown as Line[]
  const placed = { type: 'lines', block: 0, column: 0, x: 0, y: 0, from: 0, to: 3, lineHeight: 12 } as const
  expect(lineTops(placed, lines)).toEqual({ tops: [0, 16, 36], height: 48 })
})
