/** A hand in the browser: how wide the pictures made of pixels stand in figures. */

export interface MeasuredPicture {
  /** `data-source` of it, or of what it stands in. */
  readonly source: number | undefined
  readonly isFigure: boolean
  /** Across. */
  readonly pixels: number
  /** In CSS px. */
  readonly width: number
}

/** Runs in the page, on its own: it may use nothing from outside. */
export function readPictures(): MeasuredPicture[] {
  return Array.from(document.querySelectorAll('img[data-pixels]')).map((image): MeasuredPicture => {
    const source = image.closest('[data-source]')?.getAttribute('data-source')
    return {
      source: source === null || source === undefined ? undefined : Number(source),
      isFigure: image.closest('figure') !== null,
      pixels: Number(image.getAttribute('data-pixels')),
      width: image.getBoundingClientRect().width,
    }
  })
}
