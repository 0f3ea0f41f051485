/** Names of months in the languages of bibliographies. */
import { expect, it } from 'vitest'
import { monthNumber } from '../../pipeline/values/months.ts'

it.each([
  ['March', 3],
  ['Sept', 9],
  ['JAN', 1],
  ['März', 3],
  ['Mai', 5],
  ['août', 8],
  ['décembre', 12],
  ['juillet', 7],
  ['juin', 6],
  ['enero', 1],
  ['gennaio', 1],
  ['Oktober', 10],
  ['maart', 3],
  ['Thermidor', undefined],
  ['out', undefined],
  ['in', undefined],
])('%s', (word, number) => {
  expect(monthNumber(word)).toBe(number)
})
