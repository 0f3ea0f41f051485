/** Figures that are too wide for a column or too high for a page. */
import { expect, it } from 'vitest'
import { fitFigures } from '../../../pipeline/typeset/hands/fit-figures.ts'
import { runHand } from '../../../pipeline/typeset/sheet/run-hand.ts'
import { attributesOf, pageFiller, pictureOf } from './open-page.ts'

const fill = pageFiller()

const limits = { columnWidth: 100, areaWidth: 210, areaHeight: 300, baseline: 10 }
const figure = (attributes: string, height = 20) =>
  `<figure data-source="3" ${attributes}><img style="display: block" src="${pictureOf(50, height)}"></figure>`
const inStrip = (...figures: readonly string[]) => `<div class="strip">${figures.join('')}</div>`

it('sets a figure across the page if its width is more than a column, or if it is turned', async () => {
  const column = 'data-span="column"'
  const page = await fill(
    inStrip(
      figure(`${column} data-width="90px"`),
      figure(`${column} data-width="150px"`),
      figure(`${column} data-width="100%"`),
      figure(`${column} data-orientation="landscape"`),
    ),
  )
  expect(await runHand(page, fitFigures, limits)).toEqual([])
  expect(await attributesOf(page, 'figure', 'data-span')).toEqual(['column', 'page', 'column', 'page'])
})

it('makes a figure smaller until it is two lines lower than a page', async () => {
  const page = await fill(inStrip(figure('', 560)))
  expect(await runHand(page, fitFigures, limits)).toEqual([])
  expect(await attributesOf(page, 'img', 'style')).toEqual(['display: block; width: 25px;'])
})

it('reports a figure that becomes much smaller', async () => {
  const page = await fill(inStrip(figure('', 1400)))
  const misfits = await runHand(page, fitFigures, limits)
  expect(misfits).toEqual([{ source: 3, kind: 'figure', outcome: 'scaled', ratio: expect.closeTo(0.2, 2) }])
})
