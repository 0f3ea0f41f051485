/**
 * Reports pictures that the browser cannot read, and figures that have too few pixels for their printed size.
 * Drawings have no pixels, and pictures in a line of text are small: neither is reported.
 */
import type { Position } from 'unist'
import type { VFile } from 'vfile'
import { report } from '../../model/diagnostics.ts'
import type { BrowserPage } from '../../tools/browser/puppeteer.ts'
import { readPictures } from '../hands/read-pictures.ts'
import type { PrintedPicture } from '../pages.ts'
import { runHand } from './run-hand.ts'

/**
 * The least resolution of a picture without a message, in pixels per inch. Below this, single pixels can be
 * seen at reading distance.
 */
const leastResolution = 150
const cssPxPerInch = 96

export async function measurePictures(
  sheet: BrowserPage,
  sources: readonly Position[],
): Promise<readonly PrintedPicture[]> {
  const measured = await runHand(sheet, readPictures)
  return measured.flatMap(({ source, isFigure, pixels, width }): PrintedPicture[] => {
    const place = source === undefined ? undefined : sources[source]
    if (width === 0) return []
    return [{ place, isFigure, pixels, width, resolution: Math.round((pixels * cssPxPerInch) / width) }]
  })
}

/**
 * Reports pictures that the browser cannot read. `unreadable`: for each of them, its `data-source` or that of
 * the element that contains it.
 */
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
    if (!isFigure || resolution >= leastResolution) continue
    const inches = width / cssPxPerInch
    report(file, 'figure-resolution', {
      reason: `Unexpected resolution of a picture: ${resolution} pixels to the inch as printed, expected at least ${leastResolution}`,
      place,
      note: `It is ${pixels} pixels wide and printed ${Math.round(inches * 25.4)} mm wide; give it ${Math.ceil((inches * 300) / 100) * 100} pixels for a sharp print, or save a drawing as PDF or SVG.`,
    })
  }
}
