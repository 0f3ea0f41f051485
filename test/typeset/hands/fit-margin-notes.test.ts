/** Notes of the margin that are higher than its column. */
import { expect, it } from 'vitest'
import { fitMarginNotes } from '../../../pipeline/typeset/hands/fit-margin-notes.ts'
import { runHand } from '../../../pipeline/typeset/sheet/run-hand.ts'
import { attributesOf, pageFiller } from './open-page.ts'

const fill = pageFiller()

it('stay in the text', async () => {
  const note = (source: number, height: number) =>
    `<div data-place="margin" data-source="${source}" style="height: ${height}px"></div>`
  const page = await fill(`<div class="strip">${note(4, 90)}${note(5, 110)}</div>`)
  expect(await runHand(page, fitMarginNotes, 100)).toEqual([5])
  expect(await attributesOf(page, '[data-source]', 'data-place')).toEqual(['margin', null])
})
