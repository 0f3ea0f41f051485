/** What the check of the pages finds beside its laws, which every build with pages tests. */
import { expect, it } from 'vitest'
import type { Galley } from '../../../pipeline/typeset/galley.ts'
import type { Pages } from '../../../pipeline/typeset/pages.ts'
import { overflowing } from '../../../pipeline/typeset/sheet/check-pages.ts'

it('finds boxes and lines that reach beyond their side', () => {
  const place = { column: 0, x: 10, y: 0 }
  const box = { ...place, type: 'box', width: 100, height: 20, isTurned: false } as const
  const lines = { ...place, type: 'lines', from: 0, to: 1, lineHeight: 20 } as const
  const placements = [
    { ...box, block: 1 },
    { ...box, block: 2 },
    { ...lines, block: 3 },
    { ...lines, block: 4 },
    { ...lines, block: 5 },
  ]
  const sheet = { folio: '54', kind: 'first', isTurned: false, placements, noteRules: [] } as const
  const line = { width: 100, hang: 0, offset: 0 }
  const chosen = new Map([
    [3, [line]],
    [4, [line]],
    [5, [{ ...line, width: 104 }]],
  ])
  const text = [3, 4, 5, 6].map(id => ({ type: 'text', id, width: 100 }))
  // The casts are safe: the search reads only these parts.
  const pages = { sheets: [sheet], lines: chosen } as unknown as Pages
  const galley = { blocks: text.slice(0, 3), inset: text.slice(3), notes: [] } as unknown as Galley
  const shown = [
    { id: 1, excess: 40, right: 110 },
    { id: 2, excess: 1, right: 110 },
    { id: 3, excess: 0, right: 130 },
    { id: 4, excess: 0, right: 111 },
    // The line hangs into the margin, as planned.
    { id: 5, excess: 0, right: 114 },
    { id: 6, excess: 7, right: 117 },
  ]
  const blocks = shown.map(({ id, excess, right }) => ({
    id,
    excess,
    text: '',
    boxes: [[10, right, 10] as const],
  }))
  expect(overflowing(galley, pages, { blocks, strays: [] })).toEqual([
    { block: 1, excess: 40, folio: '54', isLine: false },
    { block: 6, excess: 7, folio: undefined, isLine: true },
    { block: 3, excess: 18, folio: '54', isLine: true },
  ])
})
