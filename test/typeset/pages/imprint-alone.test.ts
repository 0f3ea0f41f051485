/** Pages that hold nothing but the imprint. */
import { expect, it } from 'vitest'
import type { GalleyBlock } from '../../../pipeline/typeset/galley.ts'
import { isImprintAlone } from '../../../pipeline/typeset/pages/imprint-alone.ts'
import type { Sheet } from '../../../pipeline/typeset/pages.ts'

const blocks = [10, 11, 12].map((id): GalleyBlock => ({ type: 'break', id, source: undefined, kind: 'page' }))
const sheet = (...ids: number[]): Sheet => ({
  folio: '1',
  kind: 'right',
  isTurned: false,
  noteRules: [],
  placements: ids.map(block => ({
    type: 'lines',
    block,
    column: 0,
    x: 0,
    y: 0,
    from: 0,
    to: 1,
    lineHeight: 16,
  })),
})

it('is true for a last page with the imprint, or its end', () => {
  expect(isImprintAlone({ sheets: [sheet(10), sheet(11, 12)] }, { blocks, imprint: 1 })).toBe(true)
  expect(isImprintAlone({ sheets: [sheet(10, 11), sheet(12)] }, { blocks, imprint: 1 })).toBe(true)
})

it('is false with text on the last page, on an only page, and without an imprint', () => {
  expect(isImprintAlone({ sheets: [sheet(10), sheet(10, 11, 12)] }, { blocks, imprint: 1 })).toBe(false)
  expect(isImprintAlone({ sheets: [sheet(11, 12)] }, { blocks, imprint: 1 })).toBe(false)
  expect(isImprintAlone({ sheets: [sheet(10), sheet(11, 12)] }, { blocks })).toBe(false)
})
