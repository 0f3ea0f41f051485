/** Coordinates of everything on the sheets. */
import { expect, it } from 'vitest'
import { place } from '../../../pipeline/typeset/hands/place.ts'
import { runHand } from '../../../pipeline/typeset/sheet/run-hand.ts'
import { attributesOf, htmlIn, pageFiller } from './open-page.ts'

const fill = pageFiller()

const nothing = { height: 1000, sheetHeight: 500, blocks: [], noteRules: [], furniture: [] }

it('gives coordinates to blocks, relative to the placed block around them', async () => {
  const page = await fill(
    '<div class="strip"><section><h1 data-block="0">A</h1><ul><li data-inset="20"><p data-block="1" class="set" data-over="3">b</p></li></ul></section></div>',
  )
  await runHand(page, place, {
    ...nothing,
    blocks: [
      [0, 10, 30, 100, false],
      [1, 50, 600, 0, false],
    ],
  })
  expect(await attributesOf(page, 'section, h1, ul, li, p', 'class')).toEqual([
    'frame',
    'placed',
    'frame',
    'item',
    'set',
  ])
  expect(await attributesOf(page, 'h1, li, p', 'style')).toEqual([
    'left:10.000px;top:30.000px;width:100px',
    'left:30.000px;top:603.000px',
    'left:20.000px;top:-3.000px',
  ])
  expect(await attributesOf(page, '.strip', 'style')).toEqual(['height: 1000px;'])
})

it('gives coordinates to list items of a note inside a figure', async () => {
  const page = await fill(
    '<div class="strip"><figure data-block="0"><div class="note" data-block="1"><ul><li data-inset="20"><p data-block="2" class="set">a</p></li></ul></div><ul><li><p>b</p></li></ul></figure></div>',
  )
  await runHand(page, place, {
    ...nothing,
    blocks: [
      [0, 10, 30, 100, false],
      [1, 10, 300, 0, false],
      [2, 50, 320, 0, false],
    ],
  })
  expect(await attributesOf(page, 'li', 'class')).toEqual(['item', null])
  expect((await attributesOf(page, '.item', 'style'))[0]).toContain('left:20.000px;top:20.000px')
})

it('turns a landscape figure about its upper left corner', async () => {
  const page = await fill('<div class="strip"><figure data-block="0"></figure></div>')
  await runHand(page, place, { ...nothing, blocks: [[0, 10, 30, 100, true]] })
  expect(await attributesOf(page, 'figure', 'style')).toEqual([
    'left:10.000px;top:30.000px;width:100px;transform:translateY(100px) rotate(-90deg);transform-origin:0 0',
  ])
})

it('adds furniture and the rules above notes, which screen readers do not see', async () => {
  const page = await fill('<div class="strip"><div class="note-rule"></div></div>')
  const head = { className: 'furniture head', left: 1, top: 2, width: 30, height: 4, text: 'Title' }
  await runHand(page, place, { ...nothing, noteRules: [[5, 6, 70]], furniture: [head] })
  expect(await htmlIn(page, '.strip')).toBe(
    '<div class="note-rule" style="left:5px;top:6px;width:70px" aria-hidden="true"></div>' +
      '<div class="furniture head" style="left:1px;top:2px;width:30px;height:4px" aria-hidden="true">Title</div>',
  )
})

it('divides a long strip into parts, and counts coordinates from the head of a part', async () => {
  const paragraphs = [0, 1].map(id => `<p data-block="${id}">a</p>`).join('')
  const page = await fill(`<div class="strip"><section>${paragraphs}</section></div>`)
  await runHand(page, place, {
    ...nothing,
    height: 12_000,
    blocks: [
      [0, 0, 100, 0, false],
      [1, 0, 10_100, 0, false],
    ],
  })
  expect(await attributesOf(page, '.part', 'style')).toEqual(['height: 10000px;', 'height: 2000px;'])
  expect(await attributesOf(page, 'p', 'style')).toEqual([
    'left:0.000px;top:100.000px',
    'left:0.000px;top:100.000px',
  ])
})

it('reports a block that is not on the page', async () => {
  const page = await fill('<div class="strip"></div>')
  const job = { ...nothing, blocks: [[9, 0, 0, 0, false] as const] }
  await expect(runHand(page, place, job)).rejects.toThrow('There is no block 9')
})

it('counts the places of cut tables from the head of their part', async () => {
  const row = (top: number) => `<tr class="placed" style="top: ${top}px"><td>a</td></tr>`
  const page = await fill(
    `<div class="strip"><main><p data-block="0">a</p><figure class="cut" data-block="1"><figcaption class="placed" style="top: 10500px">T</figcaption><table class="cut"><tbody>${row(10600)}${row(11100)}</tbody></table></figure><p data-block="2">b</p></main></div>`,
  )
  await runHand(page, place, {
    ...nothing,
    height: 12000,
    blocks: [
      [0, 10, 30, 100, false],
      [2, 10, 11500, 100, false],
    ],
  })
  expect(await attributesOf(page, '.part:nth-child(2) > *', 'data-block')).toEqual(['1', '2'])
  expect(await attributesOf(page, 'figcaption, tr', 'style')).toEqual([
    'top: 500px;',
    'top: 600px;',
    'top: 1100px;',
  ])
})
