/** The laws of boxes in the column in the margin, on random boxes. */
import { describe, expect, it } from 'vitest'
import { longestFree, stackInMargin } from '../../../pipeline/typeset/pages/stack-in-margin.ts'
import { type Random, seeded, seeds } from '../../random.ts'

const zone = { top: 100, bottom: 1000 }
const gap = 12

function randomTaken(random: Random) {
  return Array.from({ length: random.int(0, 2) }, () => {
    const top = random.int(100, 900)
    return { top, bottom: Math.min(1000, top + random.int(20, 300)) }
  })
}

describe('random boxes', () => {
  it('stay in order, apart, inside the column and beside what spans it', () => {
    for (const seed of seeds(500)) {
      const random = seeded(seed)
      const taken = randomTaken(random)
      const wanted = Array.from({ length: random.int(0, 12) }, () => random.int(80, 1000)).toSorted(
        (a, b) => a - b,
      )
      const boxes = wanted.map(top => ({ wanted: top, height: random.int(10, 200) }))
      const { placed, rest } = stackInMargin(boxes, { zone, taken, gap })
      expect([...placed.map(({ box }) => box), ...rest]).toEqual(boxes)
      placed.forEach(({ box, top }, index) => {
        const before = placed[index - 1]
        const least = before ? before.top + before.box.height + gap : zone.top
        expect([seed, top >= least - 0.02]).toEqual([seed, true])
        expect([seed, top + box.height <= zone.bottom + 0.02]).toEqual([seed, true])
        const isFree = taken.every(part => top + box.height <= part.top + 0.02 || top >= part.bottom - 0.02)
        expect([seed, isFree]).toEqual([seed, true])
      })
    }
  })

  it('are where they should be if they have room', () => {
    for (const seed of seeds(100)) {
      const random = seeded(seed)
      const boxes = Array.from({ length: 5 }, (_, index) => ({
        wanted: 110 + index * 170 + random.int(0, 20),
        height: random.int(10, 130),
      }))
      const { placed } = stackInMargin(boxes, { zone, taken: [], gap })
      expect(placed.map(({ top }) => top)).toEqual(boxes.map(({ wanted }) => wanted))
    }
  })
})

describe('a crowded column', () => {
  const tops = (
    boxes: readonly (readonly [wanted: number, height: number])[],
    taken: { top: number; bottom: number }[] = [],
  ) => {
    const found = stackInMargin(
      boxes.map(([wanted, height]) => ({ wanted, height })),
      { zone, taken, gap },
    )
    return [found.placed.map(({ top }) => top), found.rest.length]
  }

  it('pushes boxes down', () => {
    expect(
      tops([
        [200, 100],
        [250, 50],
      ]),
    ).toEqual([[200, 312], 0])
  })
  it('pushes boxes up at its foot', () => {
    expect(
      tops([
        [800, 100],
        [960, 100],
      ]),
    ).toEqual([[788, 900], 0])
  })
  it('pushes boxes past a figure across the page', () => {
    expect(tops([[200, 100]], [{ top: 250, bottom: 400 }])).toEqual([[400], 0])
    expect(tops([[960, 100]], [{ top: 850, bottom: 1000 }])).toEqual([[750], 0])
  })
  it('leaves the last boxes to the next page', () => {
    expect(
      tops([
        [200, 500],
        [300, 300],
        [400, 300],
      ]),
    ).toEqual([[188, 700], 1])
  })
  it('leaves a box that is higher than it', () => {
    expect(tops([[200, 901]])).toEqual([[], 1])
  })
})

it('the longest free part of a column is between what is in it', () => {
  expect(longestFree(zone, [])).toEqual(zone)
  expect(longestFree(zone, [{ top: 50, bottom: 300 }])).toEqual({ top: 300, bottom: 1000 })
  expect(
    longestFree(zone, [
      { top: 600, bottom: 1000 },
      { top: 100, bottom: 200 },
    ]),
  ).toEqual({ top: 200, bottom: 600 })
})
