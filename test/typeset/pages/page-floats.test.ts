import { expect, it } from 'vitest'
import { stackHeight } from '../../../pipeline/typeset/pages/page-floats.ts'
import type { Float, VerticalList } from '../../../pipeline/typeset/vertical-list.ts'

const float: Float = {
  queue: 'figure',
  height: 100,
  gap: 12,
  span: 'column',
  placement: undefined,
  mention: { item: 0, line: 0, variant: 0 },
  notes: [],
  isOpening: false,
  origin: 0,
  rows: undefined,
  turned: undefined,
}
const list: VerticalList = { items: [], notes: [], floats: [float, float, float] }

it('the height of floats is whole lines with white space below each', () => {
  expect(stackHeight(list, [0], 16)).toBe(7 * 16)
  expect(stackHeight(list, [0, 1], 16)).toBe(14 * 16)
})

it('the white space between floats and text can be missing, not that between floats', () => {
  const most = 3 * 100 + 2 * 12
  expect(stackHeight(list, [0, 1, 2], 16, most)).toBe(most)
  expect(stackHeight(list, [0, 1, 2], 16, most - 1)).toBeGreaterThan(most)
})
