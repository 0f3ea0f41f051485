/** The side of the first page, with and without room below the title block. */
import { expect, it } from 'vitest'
import { fitSide } from '../../../pipeline/typeset/hands/fit-side.ts'
import { runHand } from '../../../pipeline/typeset/sheet/run-hand.ts'
import { pageFiller } from './open-page.ts'

const fill = pageFiller()

it.each([
  [150, 'absolute'],
  [149, 'static'],
])('with a first page of %i px is %s', async (height, position) => {
  const box = (tag: string, rest: string) => `<${tag} ${rest}></${tag}>`
  const header = box('header', 'data-span="page" style="height: 100px; display: block"')
  const side = box('aside', 'data-place="side" style="height: 50px; position: absolute"')
  const page = await fill(`<div class="strip">${header}${side}</div>`)
  await runHand(page, fitSide, height)
  expect(
    await page.run(() => getComputedStyle(document.querySelector('aside') ?? document.body).position),
  ).toBe(position)
})
