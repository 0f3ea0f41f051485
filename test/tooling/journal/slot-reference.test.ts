import { expect, it } from 'vitest'
import { authorSlots, journalSlots } from '../../../pipeline/journal/template-slots.ts'
import { slotSketches } from '../../../tooling/journal/slot-reference.ts'

it('shows the HTML of every slot, with its classes and labels, without the words', async () => {
  const sketches = await slotSketches()
  expect([...authorSlots, ...journalSlots]).toEqual(expect.arrayContaining([...sketches.keys()]))
  expect([...sketches].filter(([, html]) => html === '')).toEqual([])
  expect(sketches.size).toBeGreaterThan(25)
  expect(sketches.get('keywords')).toBe(
    '<p class="keywords"><span class="label">…</span> <span class="keyword">…</span>, </p>',
  )
})
