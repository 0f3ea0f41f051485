/** Numbers of lines: by column, by page or through the article. */
import { describe, expect, it } from 'vitest'
import { pageGrid } from '../../../pipeline/typeset/page-grid.ts'
import { marginColumn, type Placement, type Sheet } from '../../../pipeline/typeset/pages.ts'
import { lineNumbering, lineNumberJobs } from '../../../pipeline/typeset/sheet/line-numbers.ts'

const grid = pageGrid({
  width: 800,
  height: 1100,
  top: 80,
  bottom: 90,
  left: 70,
  right: 70,
  columns: 2,
  gutter: 40,
  baseline: 20,
  'line-numbers': 0,
})
const linesIn = (column: number, block: number): Placement => ({
  type: 'lines',
  block,
  column,
  x: 70,
  y: 80,
  from: 0,
  to: 6,
  lineHeight: 20,
})
const sheet = (folio: number): Sheet => ({
  folio: String(folio),
  kind: 'right',
  isTurned: false,
  noteRules: [],
  placements: [linesIn(0, 1), linesIn(1, 2), linesIn(marginColumn, 3)],
})
const line = { start: 0, end: 1 }
// The cast is safe: only the white space around lines is read.
const lines = new Map([1, 2, 3].map(block => [block, Array(6).fill(line)])) as never
const numbers = (restart: 'column' | 'page' | 'never') =>
  lineNumberJobs({ sheets: [sheet(1), sheet(2)], grid, lines }, { interval: 5, restart }).map(jobs =>
    jobs.map(({ text, left, top }) => `${text} at ${left},${top}`),
  )

describe('lines are numbered', () => {
  it('in each column', () => {
    expect(numbers('column')).toEqual([
      ['5 at 30,160', '5 at 380,160'],
      ['5 at 30,1260', '5 at 380,1260'],
    ])
  })
  it('on each page', () => {
    expect(numbers('page')).toEqual([
      ['5 at 30,160', '10 at 380,140'],
      ['5 at 30,1260', '10 at 380,1240'],
    ])
  })
  it('through the article', () => {
    expect(numbers('never')).toEqual([
      ['5 at 30,160', '10 at 380,140'],
      ['15 at 30,1220', '20 at 380,1200'],
    ])
  })
})

it('the interval of a command counts more than that of the journal', () => {
  expect(lineNumbering(0, undefined)).toEqual({ interval: 0, restart: 'column' })
  expect(lineNumbering(0, 10)).toEqual({ interval: 10, restart: 'column' })
  expect(lineNumbering({ interval: 5, restart: 'never' }, undefined)).toEqual({
    interval: 5,
    restart: 'never',
  })
  expect(lineNumberJobs({ sheets: [sheet(1)], grid, lines }, { interval: 0, restart: 'page' })).toEqual([])
})
