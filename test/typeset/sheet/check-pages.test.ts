/** What the check of the pages finds beside its laws, which every build with pages tests. */
import { expect, it } from 'vitest'
import type { Pages } from '../../../pipeline/typeset/pages.ts'
import { overflowing } from '../../../pipeline/typeset/sheet/check-pages.ts'

it('finds boxes whose content reaches beyond their side', () => {
  const place = { column: 0, x: 0, y: 0 }
  const box = { ...place, type: 'box', width: 100, height: 20, isTurned: false } as const
  const placements = [
    { ...box, block: 1 },
    { ...box, block: 2 },
    { ...place, type: 'lines', block: 3, from: 0, to: 1, lineHeight: 20 } as const,
  ]
  const sheet = { folio: '54', kind: 'first', isTurned: false, placements, noteRules: [] } as const
  // The cast is safe: the search reads only the sheets.
  const pages = { sheets: [sheet] } as unknown as Pages
  const blocks = [40, 1, 40].map((excess, index) => ({ id: index + 1, text: '', boxes: [], excess }))
  expect(overflowing(pages, { blocks, strays: [] })).toEqual([{ block: 1, excess: 40, folio: '54' }])
})
