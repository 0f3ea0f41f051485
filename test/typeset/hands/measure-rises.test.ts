/** How far boxes in a line reach above and below the baseline. */
import { expect, it } from 'vitest'
import { measureRises } from '../../../pipeline/typeset/hands/measure-rises.ts'
import { runHand } from '../../../pipeline/typeset/sheet/run-hand.ts'
import { attributesOf, pageFiller } from './open-page.ts'

const fill = pageFiller()

const box = (height: number, below: number) =>
  `<span class="inline-box" style="display: inline-block; width: 9px; height: ${height}px; vertical-align: -${below}px"></span>`

it('measures tall boxes in the text, and no others', async () => {
  const page = await fill(
    `<p style="line-height: 20px">a ${box(50, 10)} b ${box(15, 0)}</p><p class="equation">${box(60, 0)}</p>`,
  )
  await runHand(page, measureRises)
  expect(await attributesOf(page, '.inline-box', 'data-rise')).toEqual(['40', null, null])
  expect(await attributesOf(page, '.inline-box', 'data-drop')).toEqual(['10', null, null])
})

it('leaves no copy behind', async () => {
  const page = await fill(`<p style="line-height: 20px">a ${box(50, 10)}</p>`)
  await runHand(page, measureRises)
  expect(await attributesOf(page, 'p span', 'class')).toEqual(['inline-box'])
})

it('measures accents without the white space that the browser adds over them', async () => {
  const frame = (height: number) =>
    `<mpadded height="${height}px" depth="0px"><mspace width="5px"></mspace></mpadded>`
  const page = await fill(
    `<p style="line-height: 20px">a <math><mrow><mover accent="true">${frame(10)}${frame(8)}</mover></mrow></math></p>`,
  )
  await runHand(page, measureRises)
  expect(await attributesOf(page, 'math', 'data-rise')).toEqual(['18'])
})
