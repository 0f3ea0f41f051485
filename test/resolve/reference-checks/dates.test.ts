/** Mistakes in dates that only the fields of the file show. */
import { VFile } from 'vfile'
import { expect, it } from 'vitest'
import type { CslItem } from '../../../pipeline/model/csl.ts'
import { checkDates } from '../../../pipeline/resolve/reference-checks/dates.ts'
import type { ReferenceList } from '../../../pipeline/resolve/reference-checks/reference-check.ts'
import { source } from './bibtex-source.ts'

function listOf(item: CslItem): ReferenceList {
  return {
    works: [item],
    all: [],
    cited: new Set([item.id]),
    sources: new Map(),
    depth: 'build',
    hasShortTitles: false,
    notices: new Map(),
    citedAsRetracted: new Set(),
  }
}

it('reports a month in the file that the reader left out of the date', () => {
  const item: CslItem = { id: 'a', type: 'article-journal', issued: { 'date-parts': [[2001]] } }
  const list = { ...listOf(item), sources: new Map([['a', source]]) }
  expect(checkDates(list).map(({ reason }) => reason)).toEqual([
    'Unexpected date of `a`: there is no month 13',
  ])
})

it.each([
  ['nineteen ninety-nine', true],
  ['two thousand and one', true],
  ['neunzehnhundert', true],
  ['in press', false],
  ['n.d.', false],
  ['MCMXCIX', false],
  ['[1923]', false],
  ['13th century', false],
  ['Advent', false],
])('reports the year in words %s: %s', (literal, isReported) => {
  const item: CslItem = { id: 'a', type: 'book', issued: { literal } }
  expect(checkDates(listOf(item)).length > 0).toBe(isReported)
})

it.each([
  ['2020-13', true],
  ['2021-13-01', true],
  ['1996-97', false],
  ['1996/1998', false],
  ['2021-12-01', false],
])('reports %s, which is no date: %s', (literal, isReported) => {
  const item: CslItem = {
    id: 'a',
    type: 'webpage',
    issued: { 'date-parts': [[2001]] },
    accessed: { literal },
  }
  expect(checkDates(listOf(item)).length > 0).toBe(isReported)
})

it('reports a month that is not one', () => {
  const file = new VFile({ value: '@article{a, year = 2001, month = {Thermidor}}' })
  const place = { start: { line: 1, column: 26, offset: 25 }, end: { line: 1, column: 46, offset: 44 } }
  const item: CslItem = { id: 'a', type: 'article-journal', issued: { 'date-parts': [[2001]] } }
  const list = {
    ...listOf(item),
    sources: new Map([['a', { ...source, file, fields: new Map([['month', place]]) }]]),
  }
  expect(checkDates(list).map(({ reason }) => reason)).toEqual([
    'Unexpected date of `a`: `Thermidor` is not a month',
  ])
})
