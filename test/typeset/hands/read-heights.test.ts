/** Heights of boxes whose lines were set. */
import { expect, it } from 'vitest'
import { readHeights } from '../../../pipeline/typeset/hands/read-heights.ts'
import { runHand } from '../../../pipeline/typeset/sheet/run-hand.ts'
import { pageFiller } from './open-page.ts'

const fill = pageFiller()

it('reads the height of each block around set lines', async () => {
  const page = await fill(
    '<figure data-block="3" style="height: 40px"><p class="set-inset">a</p><p class="set-inset">b</p></figure><p data-block="4" class="set">c</p>',
  )
  expect(await runHand(page, readHeights)).toEqual([[3, 40]])
})
