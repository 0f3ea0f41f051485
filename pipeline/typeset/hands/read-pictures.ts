/** A hand in the browser: reads the printed width of each picture that consists of pixels. */
import type { Dom } from './dom.ts'

interface MeasuredPicture {
  /** `data-source` of the picture or of the element that contains it. */
  readonly source: number | undefined
  readonly isFigure: boolean
  /** Number of pixels from left to right. */
  readonly pixels: number
  /** Printed width in CSS px. */
  readonly width: number
}

export function readPictures(dom: Dom): MeasuredPicture[] {
  return dom.all('img[data-pixels]').map(image => ({
    source: dom.sourceOf(image),
    isFigure: image.closest('figure') !== null,
    pixels: Number(image.getAttribute('data-pixels')),
    width: image.getBoundingClientRect().width,
  }))
}
