/** A message stands at the field that it speaks of, else at the entry, else at the file. */
import type { Position } from 'unist'
import { VFile } from 'vfile'
import { expect, it } from 'vitest'
import type { ReferenceSource } from '../../../pipeline/model/article.ts'
import type { CslItem } from '../../../pipeline/model/csl.ts'
import { checkDates } from '../../../pipeline/resolve/reference-checks/dates.ts'
import type { ReferenceList } from '../../../pipeline/resolve/reference-checks/reference-check.ts'
import { placeOfVariable, writtenName } from '../../../pipeline/resolve/reference-checks/written-names.ts'

const text = '@article{a,\n  year = 2001,\n  month = {13},\n  doi = {10.1/x},\n}'
const file = new VFile({ path: '/paper/references.bib', value: text })
const fields = new Map(
  ['year = 2001', 'month = {13}', 'doi = {10.1/x}'].map(field => [
    field.split(' ')[0] ?? '',
    range(text.indexOf(field), field.length),
  ]),
)
const source: ReferenceSource = { file, type: 'article', place: range(0, text.length), fields }

function range(from: number, length: number): Position {
  const point = (offset: number) => {
    const lines = text.slice(0, offset).split('\n')
    return { line: lines.length, column: (lines.at(-1) ?? '').length + 1, offset }
  }
  return { start: point(from), end: point(from + length) }
}

it.each([
  ['DOI', 4],
  ['issued', 2],
  ['page', 1],
  [undefined, 1],
])('%s is on line %i', (variable, line) => {
  expect(placeOfVariable(source, variable)?.start.line).toBe(line)
})

it('knows no place where the reader of the file gives none', () => {
  expect(placeOfVariable({ file, type: '', fields: new Map() }, 'DOI')).toBeUndefined()
})

it('names fields as the file does', () => {
  expect(writtenName('container-title', 'article-journal', source)).toBe('journal')
  expect(writtenName('container-title', 'chapter', source)).toBe('booktitle')
  const json = { ...source, file: new VFile({ path: '/paper/references.json' }) }
  expect(writtenName('container-title', 'chapter', json)).toBe('container-title')
})

it('reads months in the file that are in no date', () => {
  const item: CslItem = { id: 'a', type: 'article-journal', issued: { 'date-parts': [[2001]] } }
  const list: ReferenceList = {
    works: [item],
    all: [],
    cited: new Set(['a']),
    sources: new Map([['a', source]]),
    depth: 'build',
    hasShortTitles: false,
    notices: new Map(),
    citedAsRetracted: new Set(),
  }
  expect(checkDates(list).map(({ reason }) => reason)).toEqual([
    'Unexpected date of `a`: there is no month 13',
  ])
})
