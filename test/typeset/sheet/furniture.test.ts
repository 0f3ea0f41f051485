/** Running heads and feet: the values of each page. */
import { expect, it } from 'vitest'
import { pageGrid } from '../../../pipeline/typeset/page-grid.ts'
import type { Pages, Sheet } from '../../../pipeline/typeset/pages.ts'
import { furnitureJobs } from '../../../pipeline/typeset/sheet/furniture.ts'

const measures = { top: 40, bottom: 40, left: 40, right: 40, columns: 1, gutter: 0, baseline: 10 } as const
const grid = pageGrid({ width: 400, height: 600, ...measures, 'line-numbers': 0 })
const sheet = (folio: string, kind: Sheet['kind']): Sheet => ({
  folio,
  kind,
  isTurned: false,
  placements: [],
  noteRules: [],
})

it('a page has its number in the journal and in the article', () => {
  const pattern = { 'foot-right': 'p. {page}: {sheet} of {pages}' }
  const jobs = furnitureJobs({
    // The cast is safe: without placements and line numbers, only the grid and the sheets are read.
    pages: { grid, sheets: [sheet('54', 'first'), sheet('55', 'right')] } as unknown as Pages,
    galley: { blocks: [] } as never,
    furniture: { first: pattern, left: {}, right: pattern },
    furnitureStyle: { width: 'all', first: {}, left: {}, right: {} },
    lineNumbers: { interval: 0, restart: 'never' },
  })
  expect(jobs.map(({ text }) => text)).toEqual(['p. 54: 1 of 2', 'p. 55: 2 of 2'])
})

it.each([
  ['all', [10, 350]],
  ['text', [60, 300]],
] as const)('with the width `%s`, heads begin and end at %j', (width, place) => {
  const besides = pageGrid({
    ...{ width: 400, height: 600, ...measures, left: 60, 'line-numbers': 0 },
    'margin-column': { side: 'left', width: 40, gap: 10 },
  })
  const pattern = { 'head-left': 'a' }
  const [job] = furnitureJobs({
    // The cast is safe, as above.
    pages: { grid: besides, sheets: [sheet('1', 'first')] } as unknown as Pages,
    galley: { blocks: [] } as never,
    furniture: { first: pattern, left: {}, right: {} },
    furnitureStyle: { width, first: {}, left: {}, right: {} },
    lineNumbers: { interval: 0, restart: 'never' },
  })
  expect([job?.left, job?.width]).toEqual(place)
})

it('the foot of the first page is where those of the others are, whatever its top is', () => {
  const pattern = { 'foot-left': 'a' }
  const footsOf = (first: { top?: number; bottom?: number }) => {
    const page = pageGrid({ width: 400, height: 600, ...measures, first, 'line-numbers': 0 })
    const jobs = furnitureJobs({
      // The cast is safe, as above.
      pages: { grid: page, sheets: [sheet('1', 'first'), sheet('2', 'left')] } as unknown as Pages,
      galley: { blocks: [] } as never,
      furniture: { first: pattern, left: pattern, right: {} },
      furnitureStyle: { width: 'all', first: {}, left: {}, right: {} },
      lineNumbers: { interval: 0, restart: 'never' },
    })
    return [...jobs.map(({ top }) => top % 600), (page.first?.top ?? 0) + (page.first?.height ?? 0)]
  }
  expect(footsOf({ top: 40 })).toEqual([560, 560, 560])
  expect(footsOf({ top: 73 })).toEqual([560, 560, 553])
  expect(footsOf({ top: 40, bottom: 65 })).toEqual([535, 560, 530])
})
