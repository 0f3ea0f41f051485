/** The areas of pages: mirrored margins, another first page, a column in the margin. */
import { describe, expect, it } from 'vitest'
import type { Manifest } from '../../pipeline/journal/index.ts'
import { pageMistakes } from '../../pipeline/journal/page-mistakes.ts'
import { pageArea, pageGrid, sideWidth } from '../../pipeline/typeset/page-grid.ts'
import { type Random, seeded, seeds } from '../random.ts'

type Page = Manifest['page']

const plain: Page = {
  width: 800,
  height: 1100,
  top: 80,
  bottom: 90,
  left: 70,
  right: 60,
  columns: 2,
  gutter: 30,
  baseline: 16,
  'line-numbers': 0,
}

function randomPage(random: Random): Page {
  const length = (least: number, most: number) => least + random.next() * (most - least)
  const columns = random.pick([1, 2, 3] as const)
  const sides = ['left', 'right', 'outer', 'inner'] as const
  return {
    ...plain,
    left: length(30, 200),
    right: length(30, 200),
    ...(random.chance(0.5) && { inside: length(30, 200), outside: length(30, 200) }),
    columns,
    gutter: length(10, 40),
    ...(random.chance(0.5) && {
      first: {
        ...(random.chance(0.5) && { top: length(60, 200) }),
        ...(random.chance(0.5) && { bottom: length(60, 200) }),
        ...(random.chance(0.5) && { columns: random.pick([1, 2, 3] as const) }),
      },
    }),
    ...(random.chance(0.6) && {
      'margin-column': { side: random.pick(sides), width: length(20, 150), gap: length(5, 20) },
    }),
  }
}

describe('random pages without mistakes', () => {
  it.each(['ltr', 'rtl'] as const)('%s: no area overlaps another or leaves the page', direction => {
    const random = seeded(4711)
    let tried = 0
    for (const _ of seeds(400)) {
      const page = randomPage(random)
      if (pageMistakes(page).length > 0) continue
      tried++
      const grid = pageGrid(page, direction)
      for (const [index, folio] of [
        [0, 1],
        [0, 8],
        [1, 2],
        [2, 3],
      ] as const) {
        const area = pageArea(grid, index, folio)
        const spans = area.columnLefts.map(left => [left, left + grid.columnWidth] as const)
        if (area.marginLeft !== undefined)
          spans.push([area.marginLeft, area.marginLeft + (grid.marginColumn?.width ?? 0)])
        else if (area.sideLeft !== undefined)
          spans.push([area.sideLeft, area.sideLeft + (sideWidth(grid) ?? 0)])
        const sorted = spans.toSorted(([first], [second]) => first - second)
        const edges = [0, ...sorted.flat(), grid.sheetWidth]
        expect(edges.every((edge, at) => at === 0 || edge > (edges[at - 1] ?? 0) - 1.5)).toBe(true)
        expect(area.left).toBeGreaterThanOrEqual(0)
        expect(area.left + grid.areaWidth).toBeLessThanOrEqual(grid.sheetWidth)
        expect(area.top + area.height).toBeLessThanOrEqual(grid.sheetHeight)
        expect(Math.round(area.height / grid.baseline) * grid.baseline).toBeCloseTo(area.height)
      }
    }
    expect(tried).toBeGreaterThan(100)
  })
})

describe('the left edge of the text', () => {
  const lefts = (over: Partial<Page>, folios = [1, 2, 3]) =>
    folios.map((folio, index) => pageArea(pageGrid({ ...plain, ...over }), index, folio).left)

  it('is the same on all pages', () => {
    expect(lefts({})).toEqual([70, 70, 70])
  })
  it('is mirrored with inside and outside, by the number of the page', () => {
    expect(lefts({ inside: 90, outside: 40 })).toEqual([90, 40, 90])
    expect(lefts({ inside: 90, outside: 40 }, [8, 9])).toEqual([40, 90])
  })
  it('may differ on the first page', () => {
    expect(lefts({ first: { left: 100 } })).toEqual([100, 70, 70])
    expect(lefts({ first: { right: 20 } })).toEqual([110, 70, 70])
  })
})

it('fewer columns of the first page are as wide as the others, beside a free place', () => {
  const grid = pageGrid({ ...plain, columns: 3, first: { columns: 2, right: 60, top: 200 } })
  const first = pageArea(grid, 0, 1)
  const second = pageArea(grid, 1, 2)
  const expected = second.columnLefts.slice(1)
  first.columnLefts.forEach((left, column) => {
    expect(Math.abs(left - (expected[column] ?? 0))).toBeLessThan(1)
  })
  expect([first.left, first.top, first.columns]).toEqual([70, 200, 2])
  expect(grid.areaHeight - first.height).toBeCloseTo(Math.round(120 / 16) * 16)
})

it('the side of the first page is in its free columns, or in the margin', () => {
  const free = (first: Page['first']) => {
    const grid = pageGrid({ ...plain, columns: 3, first })
    const { sideLeft, columnLefts } = pageArea(grid, 0, 1)
    return [Math.round(sideLeft ?? -1), Math.round(columnLefts[0] ?? 0), Math.round(sideWidth(grid) ?? 0)]
  }
  // Columns of 203 with gutters of 30.
  expect(free({ columns: 1 })).toEqual([303, 70, 437])
  expect(free({ columns: 1, right: 60 })).toEqual([70, 537, 437])
  expect(free({ columns: 2, right: 60 })).toEqual([70, 303, 203])
  expect(free({ columns: 3 })).toEqual([-1, 70, 0])
  const margin = pageGrid({ ...plain, 'margin-column': { side: 'left', width: 20, gap: 10 } })
  expect([0, 1].map(index => pageArea(margin, index, index + 1).sideLeft)).toEqual([40, undefined])
})

it.each([
  ['left', [40, 40]],
  ['right', [750, 750]],
  ['outer', [750, 40]],
  ['inner', [40, 750]],
] as const)('a margin column at the %s', (side, expected) => {
  const grid = pageGrid({ ...plain, 'margin-column': { side, width: 20, gap: 10 } })
  expect([1, 2].map(folio => pageArea(grid, folio - 1, folio).marginLeft)).toEqual(expected)
})
