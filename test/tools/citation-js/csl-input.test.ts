/** Works of bibliographies become input that citeproc can read; no value throws. */
import { expect, it } from 'vitest'
import { cslInput } from '../../../pipeline/tools/citation-js/csl-input.ts'

it('turns numbers and lists into text', () => {
  expect(
    cslInput({ id: 7, type: 'book', volume: 3, ISSN: ['1234-5679', '2345-6789'], keyword: [], page: null }),
  ).toEqual({
    id: '7',
    type: 'book',
    volume: '3',
    ISSN: '1234-5679, 2345-6789',
  })
})

it.each([
  [undefined, 'document'],
  ['', 'document'],
  ['nonsense', 'document'],
  [4, 'document'],
  ['Article-Journal', 'article-journal'],
  ['proceedings-article', 'paper-conference'],
  ['software', 'software'],
])('reads the type %j as %s', (type, read) => {
  expect(cslInput({ id: 'a', type }).type).toBe(read)
})

it.each([
  ['Doe, Jane', [{ literal: 'Doe, Jane' }]],
  [{ family: 'Doe' }, [{ family: 'Doe' }]],
  [
    [null, 'WHO', { family: 3, given: 'A.' }, {}, { name: 'A Group' }],
    [{ literal: 'WHO' }, { family: '3', given: 'A.' }, { name: 'A Group', literal: 'A Group' }],
  ],
  [{}, undefined],
  [[], undefined],
  [false, undefined],
])('reads the names %j', (author, read) => {
  expect(cslInput({ id: 'a', author }).author).toEqual(read)
})

it.each([
  [2015, { 'date-parts': [[2015]] }],
  ['2015-03-31', { 'date-parts': [[2015, 3, 31]] }],
  ['2015-03/2016', { 'date-parts': [[2015, 3], [2016]] }],
  ['in press', { raw: 'in press' }],
  [{ 'date-parts': [['2015', '3', 99]] }, { 'date-parts': [[2015, 3]] }],
  [{ 'date-parts': [[2015, 77]] }, { 'date-parts': [[2015]] }],
  [{ 'date-parts': [[null]], literal: 'forthcoming' }, { literal: 'forthcoming' }],
  [{ 'date-parts': [] }, undefined],
  [{ 'date-parts': 'x' }, undefined],
  [
    { 'date-parts': [[-50]], circa: true },
    { 'date-parts': [[-50]], circa: true },
  ],
  [{}, undefined],
  [null, undefined],
])('reads the date %j', (issued, read) => {
  expect(cslInput({ id: 'a', issued }).issued).toEqual(read)
})
