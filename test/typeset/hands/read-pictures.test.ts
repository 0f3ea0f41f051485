/** Pictures that consist of pixels, and their printed widths. */
import { expect, it } from 'vitest'
import { readPictures } from '../../../pipeline/typeset/hands/read-pictures.ts'
import { runHand } from '../../../pipeline/typeset/sheet/run-hand.ts'
import { pageFiller, pictureOf } from './open-page.ts'

const fill = pageFiller()

it('reads the pixels and the width of each picture that has pixels', async () => {
  const image = `<img src="${pictureOf(9, 9)}" width="30"`
  const page = await fill(
    `<figure data-source="5">${image} data-pixels="600"></figure><p data-source="6">${image}>${image} data-pixels="90"></p>`,
  )
  expect(await runHand(page, readPictures)).toEqual([
    { source: 5, isFigure: true, pixels: 600, width: 30 },
    { source: 6, isFigure: false, pixels: 90, width: 30 },
  ])
})
