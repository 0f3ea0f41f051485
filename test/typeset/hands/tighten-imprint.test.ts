/** An imprint without white space. */
import { expect, it } from 'vitest'
import { tightenImprint } from '../../../pipeline/typeset/hands/tighten-imprint.ts'
import { runHand } from '../../../pipeline/typeset/sheet/run-hand.ts'
import { attributesOf, pageFiller } from './open-page.ts'

const fill = pageFiller()

it('marks the imprint', async () => {
  const page = await fill('<p>a</p><footer class="imprint"><p>b</p></footer>')
  await runHand(page, tightenImprint)
  expect(await attributesOf(page, 'p, footer', 'class')).toEqual([null, 'imprint is-tight', null])
})
