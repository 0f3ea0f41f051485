/**
 * Whether a GIF is complete, judged by its blocks (GIF89a, sections 17 to 27). A file that lacks only the
 * last byte, after its pictures, passes: browsers show all of it.
 */
import { endsEarly, type PictureFault } from './picture-fault.ts'

const [extensionBlock, pictureBlock] = [0x21, 0x2c]

/** What is wrong with a file that has the signature of a GIF; undefined if nothing is wrong. */
export function gifFault(file: Uint8Array): PictureFault | undefined {
  let hasPicture = false
  let at = 13 + colourTableBytes(file[10])
  for (;;) {
    const kind = file[at]
    if (kind !== extensionBlock && kind !== pictureBlock) break
    hasPicture ||= kind === pictureBlock
    // Before its data a picture has its place, size, colours and code size; an extension has its label.
    const head = kind === pictureBlock ? 11 + colourTableBytes(file[at + 9]) : 2
    const end = endOfData(file, at + head)
    if (end === undefined) return { words: endsEarly, isShown: hasPicture }
    at = end
  }
  return hasPicture ? undefined : { words: 'it has no pixels', isShown: false }
}

/** The length of the colour table that the flags announce; 0 if there is no table. */
function colourTableBytes(flags = 0): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0
}

/**
 * The end of a row of blocks, of which each follows its length, up to the block of length 0. Undefined if the
 * file ends early.
 */
function endOfData(file: Uint8Array, start: number): number | undefined {
  for (let at = start; ; ) {
    const length = file[at]
    at += 1 + (length ?? 0)
    // If only the block of length 0 is missing, the file has all pixels.
    if (length === undefined) return at === file.length + 1 && at > start + 1 ? file.length : undefined
    if (length === 0) return at
    if (at > file.length) return undefined
  }
}
