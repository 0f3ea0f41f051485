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
    furnitureStyle: { first: {}, left: {}, right: {} },
    lineNumbers: { interval: 0, restart: 'never' },
  })
  expect(jobs.map(({ text }) => text)).toEqual(['p. 54: 1 of 2', 'p. 55: 2 of 2'])
})
