/** Pictures that the browser cannot decode. */
import { expect, it } from 'vitest'
import { findBrokenPictures } from '../../../pipeline/typeset/hands/find-broken-pictures.ts'
import { runHand } from '../../../pipeline/typeset/sheet/run-hand.ts'
import { htmlIn, pageFiller, pictureOf } from './open-page.ts'

const fill = pageFiller()

it('replaces a broken picture by words, and gives its panels the room for them', async () => {
  const good = `<img src="${pictureOf(9, 9)}">`
  const page = await fill(
    `<figure data-source="4"><div class="panels" style="width: 9px"><img src="data:image/png;base64,AAAA" alt="A map"></div></figure><p data-source="5">${good}</p>`,
  )
  expect(await runHand(page, findBrokenPictures)).toEqual([4])
  expect(await htmlIn(page, 'figure')).toBe(
    '<div class="panels" style=""><mark class="problem missing-image">Unreadable image: A map</mark></div>',
  )
  expect(await htmlIn(page, 'p')).toBe(good)
})
