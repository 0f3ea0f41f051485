/** Dates in the forms that authors write. */
import { expect, test } from 'vitest'
import { readDate } from '../../../pipeline/parse/front-matter/date.ts'

test.each([
  ['2024-10-09', '2024-10-09'],
  ['2024-10-09T12:00:00Z', '2024-10-09'],
  ['2024/10/9', '2024-10-09'],
  ['2024-10', '2024-10'],
  ['2024', '2024'],
  ['9 October 2024', '2024-10-09'],
  ['06 November 2024', '2024-11-06'],
  ['October 9th, 2024', '2024-10-09'],
  ['Wednesday, 9 October 2024', '2024-10-09'],
  ['January 2023', '2023-01'],
  ['Sept. 2023', '2023-09'],
  ['1 Dec 2025', '2025-12-01'],
  ['9 Mars 2020', '2020-03-09'],
  ['1er février 2020', '2020-02-01'],
  ['9. März 2020', '2020-03-09'],
  ['12 de mayo de 2021', '2021-05-12'],
  ['9.10.2024', '2024-10-09'],
  ['31/12/2015', '2015-12-31'],
  ['12/31/2015', '2015-12-31'],
  ['03/04/2015', undefined],
  ['2015-02-30', undefined],
  ['31 June 2015', undefined],
  ['XXX', undefined],
  ['Spring 2020', undefined],
])('the date %j', (text, date) => {
  expect(readDate(text)).toBe(date)
})
