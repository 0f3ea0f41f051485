/** Fewer shades, so that the picture of a page is small: letters need no more. */
import type { Pixels } from '../../pipeline/tools/pictures/encode-png.ts'

/** Shades of each channel. */
const SHADES = 24

export function posterize(pixels: Pixels): Pixels {
  const step = 255 / (SHADES - 1)
  const shades = Uint8Array.from({ length: 256 }, (_, value) => Math.round(Math.round(value / step) * step))
  return { ...pixels, data: pixels.data.map(value => shades[value] ?? value) }
}
