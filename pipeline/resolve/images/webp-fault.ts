/**
 * Whether a WebP is as long as its header says (RFC 9649, 2.4). If a file is cut, Chromium shows nothing of
 * it.
 */
import { endsEarly, type PictureFault } from './picture-fault.ts'

/** What is wrong with a file that has the signature of a WebP; undefined if nothing is wrong. */
export function webpFault(file: Uint8Array): PictureFault | undefined {
  const length = Buffer.from(file.buffer, file.byteOffset, file.byteLength).readUInt32LE(4)
  return length + 8 > file.length ? { words: endsEarly, isShown: false } : undefined
}
