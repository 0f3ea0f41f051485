/** Tables that are too wide for their column. */
import { expect, it } from 'vitest'
import { fitTables } from '../../../pipeline/typeset/hands/fit-tables.ts'
import { runHand } from '../../../pipeline/typeset/sheet/run-hand.ts'
import { attributesOf, pageFiller } from './open-page.ts'

const fill = pageFiller()

const limits = { columnWidth: 100, areaWidth: 210, areaHeight: 300, baseline: 10 }
const css = `<style>
  figure { width: 100px } figure[data-span=page] { width: 210px } figure[data-orientation=landscape] { width: 300px }
  table { border-spacing: 0; font-size: 10px } td span { display: inline-block; height: 5px }
</style>`
const table = (width: string) => `<table><tr><td><span style="width: ${width}"></span></td></tr></table>`
const figure = (width: string) => `<figure data-span="column" data-source="3">${table(width)}</figure>`

it('moves a table across the page or onto a turned page', async () => {
  const page = await fill(css + figure('90px') + figure('150px') + figure('280px'))
  expect(await runHand(page, fitTables, limits)).toEqual([])
  expect(await attributesOf(page, 'figure', 'data-span')).toEqual(['column', 'page', 'page'])
  expect(await attributesOf(page, 'figure', 'data-orientation')).toEqual([null, null, 'landscape'])
})

it('sets a table in the text smaller', async () => {
  const page = await fill(`${css}<div style="width: 100px" data-source="4">${table('12.5em')}</div>`)
  expect(await runHand(page, fitTables, limits)).toEqual([
    { source: 4, kind: 'table', outcome: 'scaled', ratio: expect.closeTo(0.8, 1) },
  ])
  expect(await attributesOf(page, 'table', 'class')).toEqual(['is-tight'])
})

it('divides words before a table leaves its page, and reports the table', async () => {
  const page = await fill(css + figure('500px'))
  expect(await runHand(page, fitTables, limits)).toEqual([
    { source: 3, kind: 'table', outcome: 'overflows', ratio: 0.7 },
  ])
  expect(await attributesOf(page, 'table', 'class')).toEqual(['is-tight has-divided-heads has-divided-words'])
})
