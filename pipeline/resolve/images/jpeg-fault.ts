/**
 * Whether a JPEG is whole, by its markers (ITU-T T.81, annex B): it has a frame, a scan, and an end behind them. Where
 * the end is missing, Chromium leaves rows at the foot empty, also where all of their pixels are there.
 */
import { endsEarly, type PictureFault } from './picture-fault.ts'

const [START_OF_SCAN, END, FILL] = [0xda, 0xd9, 0xff]

/** `file`: with the signature of a JPEG. Undefined where nothing is wrong. */
export function jpegFault(file: Uint8Array): PictureFault | undefined {
  let hasScan = false
  for (let at = 2; ; ) {
    const start = nextMarker(file, at)
    const marker = start < 0 ? undefined : file[start + 1]
    if (marker === undefined) return { words: endsEarly, isShown: hasScan }
    if (marker === END) break
    const [high, low] = file.subarray(start + 2, start + 4)
    if (high === undefined || low === undefined) return { words: endsEarly, isShown: hasScan }
    hasScan ||= marker === START_OF_SCAN
    at = start + 2 + high * 256 + low
  }
  return hasScan ? undefined : { words: 'it has no pixels', isShown: false }
}

/**
 * Where the next marker with a length, or the end, is; -1 where there is none. Between markers stand the pixels of a scan, in
 * which 0xff is followed by zero or is a restart, or what decoders skip.
 */
function nextMarker(file: Uint8Array, from: number): number {
  for (let at = file.indexOf(FILL, from); at >= 0; at = file.indexOf(FILL, at + 1)) {
    const code = file[at + 1]
    if (code === undefined) return -1
    const isAlone = code === 0 || code === 1 || code === FILL || (code >= 0xd0 && code <= 0xd8)
    if (!isAlone) return at
  }
  return -1
}
