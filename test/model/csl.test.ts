/** A draft of a work → the work. */
import { expect, it } from 'vitest'
import { cslItem } from '../../pipeline/model/csl.ts'

it('a work has the id that the caller gives, and everything else as it was read', () => {
  const draft = { id: 'in the file', type: 'book', title: 'Cholera', issued: { 'date-parts': [[1855]] } }
  expect(cslItem(draft, 'snow1855')).toEqual({
    id: 'snow1855',
    type: 'book',
    title: 'Cholera',
    issued: { 'date-parts': [[1855]] },
  })
  expect(draft.id).toBe('in the file')
})
