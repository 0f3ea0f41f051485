/** Lists of people in one text. A comma between marks does not separate people. */
import { expect, it } from 'vitest'
import { splitPeople } from '../../../pipeline/parse/front-matter/name-marks.ts'

it.each([
  ['Jane Doe^1^, Max Roe^1,2^ and Ann Poe^2^', ['Jane Doe^1^', 'Max Roe^1,2^', 'Ann Poe^2^']],
  ['Jane Doe^1,2^, Max Roe^1^, and Ann Poe^2,*^', ['Jane Doe^1,2^', 'Max Roe^1^', 'Ann Poe^2,*^']],
  ['Jane Doe<sup>1,2</sup>, Max Roe<sup>1</sup>', ['Jane Doe<sup>1,2</sup>', 'Max Roe<sup>1</sup>']],
  ['Jane Doe$^{1,2}$, Max Roe$^{1}$', ['Jane Doe$^{1,2}$', 'Max Roe$^{1}$']],
  ['Jane Doe^[Institute A, Town], Max Roe', ['Jane Doe^[Institute A, Town]', 'Max Roe']],
  ['Doe, Jane; Roe, Max', ['Doe, Jane', 'Roe, Max']],
  ['Doe, Jane', ['Doe, Jane']],
])('%s', (text, people) => {
  expect(splitPeople(text)).toEqual(people)
})
