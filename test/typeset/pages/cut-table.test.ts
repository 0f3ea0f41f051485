/** Where a table that is longer than a column is cut. */
import { describe, expect, it } from 'vitest'
import type { RowLines, TableRows } from '../../../pipeline/typeset/galley.ts'
import { cutTable } from '../../../pipeline/typeset/pages/cut-table.ts'
import type { Float } from '../../../pipeline/typeset/vertical-list.ts'

const ends = { first: 0, last: 0 }
const plain = { before: 10, continued: 10, head: 10, after: 0, ends, lines: [] }
const tens = (count: number) => Array.from({ length: count }, () => 10)
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
/** Lines of 10 px, so many in each cell. */
const cells = (...counts: number[]): RowLines =>
  counts.map(count => Array.from({ length: count }, (_, line) => [line * 10, line * 10 + 10] as const))

/** The parts of a table in columns of 100 px. `calls`: the notes of each row, each 10 px high. */
function partsOf(rows: TableRows, calls: readonly (readonly number[])[] = []) {
  const float: Float = {
    queue: 'table',
    height: rows.before + rows.head + sum(rows.body) + rows.after,
    gap: 0,
    span: 'column',
    placement: undefined,
    mention: { item: 0, line: 0, variant: 0 },
    notes: calls.flat(),
    isOpening: false,
    origin: 0,
    rows: undefined,
    turned: undefined,
  }
  return cutTable(float, rows.before, rows, {
    columnHeight: 100,
    notesOf: (from, end) => calls.slice(from, end).flat(),
    notesHeight: notes => notes.length * 10,
  })
}

const rangesOf = (rows: TableRows, calls?: readonly (readonly number[])[]) =>
  partsOf(rows, calls).map(part => [part.rows?.from, part.rows?.end, part.height])

describe('a long table', () => {
  const cutsOf = (joined?: readonly number[]) =>
    rangesOf({ ...plain, body: tens(20), ...(joined && { joined }) })

  it('is cut where columns are full', () => {
    expect(cutsOf()).toEqual([
      [0, 8, 100],
      [8, 16, 100],
      [16, 20, 60],
    ])
  })

  it('is not cut inside a cell that spans rows', () => {
    expect(cutsOf([7, 8, 9])).toEqual([
      [0, 6, 80],
      [6, 14, 100],
      [14, 20, 80],
    ])
  })

  it('is cut inside a cell that is longer than a column', () => {
    expect(cutsOf(Array.from({ length: 19 }, (_, at) => at + 1))).toEqual([
      [0, 8, 100],
      [8, 16, 100],
      [16, 20, 60],
    ])
  })

  it('has room for the notes of each part, which are called by its rows', () => {
    const calls = [[0], [], [], [], [], [], [1], [], [2]]
    const parts = partsOf({ ...plain, body: tens(9) }, calls)
    expect(parts.map(part => [part.rows?.from, part.rows?.end, part.notes])).toEqual([
      [0, 6, [0]],
      [6, 9, [1, 2]],
    ])
  })

  it('is cut if it fits a column only without its notes', () => {
    expect(rangesOf({ ...plain, body: tens(8) })).toEqual([[undefined, undefined, 100]])
    expect(rangesOf({ ...plain, body: tens(8) }, [[0]])).toEqual([
      [0, 7, 90],
      [7, 8, 30],
    ])
  })

  it('has the white space of its first row above every part, and that of its last below', () => {
    const rows = { ...plain, ends: { first: 3, last: 4 }, body: tens(16) }
    expect(rangesOf(rows)).toEqual([
      [0, 7, 94],
      [7, 14, 97],
      [14, 16, 43],
    ])
  })
})

describe('a row that is higher than a column', () => {
  const rowsOf = (body: readonly number[], lines: TableRows['lines']) =>
    partsOf({ ...plain, body, lines }).map(({ rows, height }) => ({ ...rows, height }))

  it('is cut between its lines, two lines from its ends', () => {
    expect(rowsOf([10, 170, 10], [[1, cells(17, 3)]])).toEqual([
      { from: 0, end: 2, stop: 70, heights: [10, 70], height: 100 },
      { from: 1, end: 2, start: 70, stop: 150, heights: [80], height: 100 },
      { from: 1, end: 3, start: 150, heights: [20, 10], height: 50 },
    ])
    expect(rowsOf([90], [[0, cells(9)]]).map(({ heights }) => heights)).toEqual([[70], [20]])
  })

  it('keeps its padding in each piece', () => {
    const lines = cells(9).map(cell => cell.map(([top, bottom]) => [top + 2, bottom + 2] as const))
    expect(rowsOf([95], [[0, lines]]).map(({ heights }) => heights)).toEqual([[75], [25]])
  })

  it('is placed whole if it cannot be cut', () => {
    expect(rowsOf([120, 10], [])).toEqual([
      { from: 0, end: 1, heights: [120], height: 140 },
      { from: 1, end: 2, heights: [10], height: 30 },
    ])
  })

  it('goes to the next column whole if it is lower than a third of a column', () => {
    const body = [70, 30, 40]
    const lines = [
      [1, cells(3)],
      [2, cells(4)],
    ] as const
    expect(rowsOf(body, lines).map(({ from, end }) => [from, end])).toEqual([
      [0, 1],
      [1, 3],
    ])
  })
})
