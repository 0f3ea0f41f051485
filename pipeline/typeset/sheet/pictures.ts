/**
 * What is said of pictures as they are printed: that the browser cannot read them, or that they have too few
 * pixels for their size. Drawings have none, and a picture in a line of text is small; of these nothing is said.
 */
import type { Position } from 'unist'
import type { VFile } from 'vfile'
import { report } from '../../model/diagnostics.ts'
import type { BrowserPage } from '../../tools/browser/puppeteer.ts'
import { type MeasuredPicture, readPictures } from '../hands/read-pictures.ts'
import type { PrintedPicture } from '../pages.ts'

/** Pixels to an inch, below which single pixels are seen at reading distance. */
const LEAST = 150
/** CSS px to an inch. */
const PX = 96

export async function measurePictures(
  sheet: BrowserPage,
  sources: readonly Position[],
): Promise<readonly PrintedPicture[]> {
  // What our own hands answer has the types that they are written in.
  const measured = (await sheet.run(readPictures)) as MeasuredPicture[]
  return measured.flatMap(({ source, isFigure, pixels, width }): PrintedPicture[] => {
    const place = source === undefined ? undefined : sources[source]
    if (width === 0) return []
    return [{ place, isFigure, pixels, width, resolution: Math.round((pixels * PX) / width) }]
  })
}

/** `unreadable`: the `data-source` of what each stands in. */
export function reportUnreadable(
  file: VFile,
  unreadable: readonly (number | undefined)[],
  sources: readonly Position[],
): void {
  for (const source of unreadable) {
    report(file, 'figure-broken', {
      reason: 'Unexpected content of a picture: the browser cannot read it, though its first bytes are right',
      place: source === undefined ? undefined : sources[source],
      note: 'The file may be incomplete; save or export it anew.',
    })
  }
}

export function reportResolutions(file: VFile, pictures: readonly PrintedPicture[]): void {
  for (const { place, isFigure, pixels, width, resolution } of pictures) {
    if (!isFigure || resolution >= LEAST) continue
    const inches = width / PX
    report(file, 'figure-resolution', {
      reason: `Unexpected resolution of a picture: ${resolution} pixels to the inch as printed, expected at least ${LEAST}`,
      place,
      note: `It is ${pixels} pixels wide and printed ${Math.round(inches * 25.4)} mm wide; give it ${Math.ceil((inches * 300) / 100) * 100} pixels for a sharp print, or save a drawing as PDF or SVG.`,
    })
  }
}
