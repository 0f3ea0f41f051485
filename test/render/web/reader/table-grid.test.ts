/** Merged cells of a table in rows that can be read alone. */
import { expect, it } from 'vitest'
import { tableGrid } from '../../../../pipeline/render/web/reader/table-grid.ts'

const cell = (text: string, colSpan = 1, rowSpan = 1) => ({ text, colSpan, rowSpan })

it.each([
  [
    'without merged cells',
    [
      [cell('a'), cell('b')],
      [cell('1'), cell('2')],
    ],
    ['a|b', '1|2'],
  ],
  [
    'with heads over columns and rows',
    [
      [cell('Site', 1, 2), cell('Depth', 2)],
      [cell('Spring'), cell('Autumn')],
      [cell('A'), cell('1'), cell('2')],
    ],
    ['Site|Depth|Depth', 'Site|Spring|Autumn', 'A|1|2'],
  ],
  [
    'with a cell over rows in the middle',
    [
      [cell('a'), cell('b', 1, 2), cell('c')],
      [cell('d'), cell('e')],
    ],
    ['a|b|c', 'd|b|e'],
  ],
  [
    'with a title over all columns',
    [[cell('a'), cell('b')], [cell('Group', 2)], [cell('1'), cell('2')]],
    ['a|b', 'Group|', '1|2'],
  ],
  ['with a row that is too short', [[cell('a'), cell('b')], [cell('1')]], ['a|b', '1|']],
  ['of one column', [[cell('a')], [cell('b')]], ['a', 'b']],
  ['without rows', [], []],
])('of a table %s', (_, rows, expected) => {
  expect(tableGrid(rows).map(row => row.join('|'))).toEqual(expected)
})
