/** Widths of strings. */
import { expect, it } from 'vitest'
import { measureText } from '../../../pipeline/typeset/hands/measure-text.ts'
import { runHand } from '../../../pipeline/typeset/sheet/run-hand.ts'
import { pageFiller } from './open-page.ts'

const fill = pageFiller()

it('measures each string in the face of its list', async () => {
  const faces = ['20px monospace', '40px monospace']
  const widths = await runHand(await fill(''), measureText, faces, [['mm', 'mmmm'], ['mm']])
  const [[short = 0, long = 0] = [], [large = 0] = []] = widths
  expect(widths.map(list => list.length)).toEqual([2, 1])
  expect(short).toBeGreaterThan(0)
  expect(long / short).toBeCloseTo(2)
  expect(large / short).toBeCloseTo(2)
})
