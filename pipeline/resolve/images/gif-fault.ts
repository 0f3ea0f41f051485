/**
 * Whether a GIF is whole, by its blocks (GIF89a, sections 17 to 27). What ends behind its pictures, without the last byte,
 * browsers show whole.
 */
import { endsEarly, type PictureFault } from './picture-fault.ts'

const [EXTENSION, PICTURE] = [0x21, 0x2c]

/** `file`: with the signature of a GIF. Undefined where nothing is wrong. */
export function gifFault(file: Uint8Array): PictureFault | undefined {
  let hasPicture = false
  let at = 13 + colours(file[10])
  for (;;) {
    const kind = file[at]
    if (kind !== EXTENSION && kind !== PICTURE) break
    hasPicture ||= kind === PICTURE
    // Before the data stand the label of an extension; place, size, colours and code size of a picture.
    const end = endOfData(file, at + (kind === PICTURE ? 11 + colours(file[at + 9]) : 2))
    if (end === undefined) return { words: endsEarly, isShown: hasPicture }
    at = end
  }
  return hasPicture ? undefined : { words: 'it has no pixels', isShown: false }
}

/** Bytes of the table of colours that the flags speak of; 0 where there is none. */
function colours(flags = 0): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0
}

/** Blocks, each behind its length, and one of length 0; undefined where the file ends in them. */
function endOfData(file: Uint8Array, start: number): number | undefined {
  for (let at = start; ; ) {
    const length = file[at]
    at += 1 + (length ?? 0)
    // What lacks the block of length 0 alone has all of its pixels.
    if (length === undefined) return at === file.length + 1 && at > start + 1 ? file.length : undefined
    if (length === 0) return at
    if (at > file.length) return undefined
  }
}
