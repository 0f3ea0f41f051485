/**
 * Whether a JPEG is complete, judged by its markers (ITU-T T.81, annex B): it has a frame, a scan and an end.
 * If the end is missing, Chromium leaves rows at the foot empty, even if all of their pixels are there.
 */
import { endsEarly, type PictureFault } from './picture-fault.ts'

const [startOfScan, endOfImage, fill] = [0xda, 0xd9, 0xff]

/** The greatest number of scans. A progressive picture has about ten, and each is decoded over the last. */
export const mostScans = 100

/** What is wrong with a file that has the signature of a JPEG; undefined if nothing is wrong. */
export function jpegFault(file: Uint8Array): PictureFault | undefined {
  let scans = 0
  for (let at = 2; ; ) {
    const start = nextMarker(file, at)
    const marker = start < 0 ? undefined : file[start + 1]
    if (marker === undefined) return { words: endsEarly, isShown: scans > 0 }
    if (marker === endOfImage) break
    const [high, low] = file.subarray(start + 2, start + 4)
    if (high === undefined || low === undefined) return { words: endsEarly, isShown: scans > 0 }
    if (marker === startOfScan) scans++
    if (scans > mostScans) return { words: `it has more than ${mostScans} scans`, isShown: false }
    at = start + 2 + high * 256 + low
  }
  return scans > 0 ? undefined : { words: 'it has no pixels', isShown: false }
}

/**
 * The place of the next marker that has a length, or of the end; -1 if there is none. Between markers are the
 * pixels of a scan. In them 0xff is followed by zero, is a restart marker, or is filling that decoders skip.
 */
function nextMarker(file: Uint8Array, from: number): number {
  for (let at = file.indexOf(fill, from); at >= 0; at = file.indexOf(fill, at + 1)) {
    const code = file[at + 1]
    if (code === undefined) return -1
    const isAlone = code === 0 || code === 1 || code === fill || (code >= 0xd0 && code <= 0xd8)
    if (!isAlone) return at
  }
  return -1
}
