/** Ranges of pages that go backwards. */
import { describe, expect, it } from 'vitest'
import { isReversed } from '../../../pipeline/resolve/reference-checks/pages.ts'

describe('a range of pages', () => {
  it.each([
    '12',
    '1-12',
    '123–8',
    '199–203',
    'S1–S12',
    'e12',
    'e100-e110',
    '014402-1',
    '1234-1',
    'i–xii',
    '12a-12b',
  ])('%s may go forwards', pages => {
    expect(isReversed(pages)).toBe(false)
  })

  it.each(['128–3', '1234-123', 'S12–S5', '200 -- 100', '1239-38'])('%s goes backwards', pages => {
    expect(isReversed(pages)).toBe(true)
  })
})
