/** Finished sheets, read back. */
import { expect, it } from 'vitest'
import { readSheets } from '../../../pipeline/typeset/hands/read-sheets.ts'
import { runHand } from '../../../pipeline/typeset/sheet/run-hand.ts'
import { pageFiller } from './open-page.ts'

const fill = pageFiller()

it('reads the text and the boxes of lines, and the boxes of other blocks', async () => {
  const page = await fill(
    '<p data-block="1" class="set"><span class="line" style="display: block; width: 50px; height: 20px">a<math><mi>x</mi></math></span><span class="line" style="display: block; width: 40px; height: 20px">b</span></p>' +
      '<figure data-block="2" style="width: 60px; height: 30px">c</figure>',
  )
  expect((await runHand(page, readSheets)).blocks).toEqual([
    {
      id: 1,
      text: 'ab',
      boxes: [
        [0, 50, 10],
        [0, 40, 30],
      ],
      excess: 0,
    },
    { id: 2, text: '', boxes: [[0, 60, 55]], excess: 0 },
  ])
})

it('measures how far the content of a box reaches beyond it', async () => {
  const wide = '<p>Words</p><pre style="width: 100px; margin: 0">a</pre>'
  const page = await fill(
    ['ltr', 'rtl']
      .map((dir, id) => `<figure data-block="${id}" dir="${dir}" style="width: 60px">${wide}</figure>`)
      .join(''),
  )
  expect((await runHand(page, readSheets)).blocks.map(({ excess }) => excess)).toEqual([40, 40])
})

it('measures how far words reach beyond headings, captions and paragraphs in boxes', async () => {
  const word = '<span style="display: inline-block; width: 90px">w</span>'
  const line = `<span class="line" style="display: block; width: 75px">a</span>`
  const page = await fill(
    `<h2 data-block="0" style="width: 60px">${word}</h2><figure data-block="1" style="width: 60px"><figcaption>${word}</figcaption></figure>` +
      `<p data-block="2" class="set-inset" style="width: 60px">${line}</p><p data-block="3" class="set" style="width: 60px">${line}</p>`,
  )
  expect((await runHand(page, readSheets)).blocks.map(({ excess }) => excess)).toEqual([
    expect.closeTo(28.2, 1),
    expect.closeTo(28.2, 1),
    13.5,
    0,
  ])
})

it('finds visible text that belongs to no block', async () => {
  const page = await fill(
    '<p data-block="1">a</p><p>lost</p><p hidden>b</p><p aria-hidden="true">c</p><li class="item">d</li>',
  )
  expect((await runHand(page, readSheets)).strays).toEqual(['lost'])
})
