/**
 * Pictures that Chromium prints in the place of PDF figures, so that the finisher of the PDF finds these
 * places. They are a few pixels in a pattern that no author's picture has, with a number in it. Chromium does
 * not change opaque pixels, and embeds equal pictures once.
 */
import { encodePng } from './encode-png.ts'

/** The length of both sides, in pixels. */
export const placeholderSize = 8

const byteLength = placeholderSize * placeholderSize * 3

/** A PNG file that contains `number`, from 0 to 65535. The page stretches it to the shape of the figure. */
export function placeholderPng(number: number): Uint8Array {
  const size = { width: placeholderSize, height: placeholderSize }
  return encodePng({ ...size, channels: 3, data: pixelsOf(number) })
}

/** The number in the pixels of a placeholder (RGB); `undefined` for any other picture. */
export function placeholderNumber(pixels: Uint8Array): number | undefined {
  if (pixels.length !== byteLength) return undefined
  const number = ((pixels[1] ?? 0) << 8) | (pixels[2] ?? 0)
  return pixelsOf(number).every((value, at) => value === pixels[at]) ? number : undefined
}

/** The pixels of a placeholder: its number in green and blue, a pattern in red. */
function pixelsOf(number: number): Uint8Array {
  const pattern = (at: number) => (at * 37 + 11) % 251
  return Uint8Array.from({ length: byteLength }, (_, at) => {
    if (at % 3 === 0) return pattern(at)
    return at % 3 === 1 ? number >> 8 : number & 0xff
  })
}
