/** The pictures of the gallery: pages stand side by side, whole, on a ground of their own. */
import { expect, it } from 'vitest'
import type { Pixels } from '../../../pipeline/tools/pictures/encode-png.ts'
import { collage } from '../../../tooling/gallery/collage.ts'
import { posterize } from '../../../tooling/gallery/posterize.ts'

function page(width: number, height: number, value: number): Pixels {
  return { width, height, channels: 3, data: new Uint8Array(width * height * 3).fill(value) }
}

it('holds every pixel of its pages once', () => {
  const picture = collage([[page(30, 40, 1), page(20, 30, 2)], [page(10, 10, 3)]])
  expect([picture.width, picture.height]).toEqual([30 + 20 + 60, 40 + 10 + 60])
  const count = (value: number) => picture.data.filter(one => one === value).length / 3
  expect([count(1), count(2), count(3)]).toEqual([1200, 600, 100])
})

it('puts a hairline around each page', () => {
  const { data, width } = collage([[page(4, 4, 9)]])
  const at = (x: number, y: number) => data[(y * width + x) * 3]
  expect([at(19, 19), at(20, 20), at(24, 24)]).toEqual([at(24, 24), 9, at(19, 19)])
  expect(at(18, 18)).not.toBe(at(19, 19))
})

it('keeps black and white when shades are taken away', () => {
  const { data } = posterize({
    width: 2,
    height: 1,
    channels: 3,
    data: Uint8Array.of(0, 255, 128, 3, 252, 130),
  })
  expect([...data]).toEqual([0, 255, 133, 0, 255, 133])
})
