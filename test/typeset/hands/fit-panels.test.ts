/** Panels that are too narrow for their lettering. */
import { expect, it } from 'vitest'
import { fitPanels } from '../../../pipeline/typeset/hands/fit-panels.ts'
import { runHand } from '../../../pipeline/typeset/sheet/run-hand.ts'
import { attributesOf, pageFiller, pictureOf } from './open-page.ts'

const fill = pageFiller()

const limits = { columnWidth: 300, areaWidth: 620, areaHeight: 900, baseline: 10 }
const css = `<style>
  figure { width: 300px } figure[data-span=page] { width: 620px } img { width: 100% }
  .panels { display: grid; gap: 10px; grid-template-columns: repeat(var(--panels), minmax(0, 1fr)) }
  .panel-row { display: grid; gap: 10px; grid-template-columns: var(--tracks) }
</style>`
const panels = (count: number, width = 400) =>
  `<div class="panel"><img src="${pictureOf(width, 20)}"></div>`.repeat(count)
const figure = (count: number, attributes = '', width = 400) =>
  `<figure data-span="column" ${attributes}><div class="panels" style="--panels: ${count}">${panels(count, width)}</div></figure>`
const styles = async (html: string, selector: string) => {
  const page = await fill(`${css}<div class="strip">${html}</div>`)
  await runHand(page, fitPanels, limits)
  return { page, styles: await attributesOf(page, selector, 'style') }
}

it('sets a figure across the page if its panels are narrow, and gives them more rows', async () => {
  const figures = [figure(2), figure(3), figure(5), figure(6), figure(4, '', 30)]
  const { page, styles: found } = await styles(figures.join(''), '.panels')
  expect(await attributesOf(page, 'figure', 'data-span')).toEqual([
    'column',
    'page',
    'page',
    'page',
    'column',
  ])
  expect(found.map(style => /--panels: (\d)/.exec(style ?? '')?.[1])).toEqual(['2', '3', '5', '3', '4'])
})

it('gives more rows to the panels of a figure that stays in its column', async () => {
  const { page, styles: found } = await styles(figure(6, 'data-placement="here"'), '.panels')
  expect(await attributesOf(page, 'figure', 'data-span')).toEqual(['column'])
  expect(found).toEqual(['--panels: 2;'])
})

it('gives more rows to pictures beside each other in the text, and to rows with gaps', async () => {
  const row = (count: number, more = '') =>
    `<div class="layout-row" style="width: 300px"><div class="panel-row" style="--tracks: ${'minmax(0, 1fr) '.repeat(count)}">${panels(count)}${more}</div></div>`
  const { page, styles: found } = await styles(
    row(2) + row(4) + row(3, '<div class="panel-gap"></div>'),
    '.panel-row',
  )
  expect(found.slice(1)).toEqual([
    '--tracks: repeat(2, minmax(0, 1fr));',
    '--tracks: repeat(2, minmax(0, 1fr));',
  ])
  expect(found[0]).not.toContain('repeat')
  expect(await attributesOf(page, '.panel-gap', 'class')).toEqual([])
})
