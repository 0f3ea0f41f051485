/**
 * Whether a PNG is complete, judged by its chunks (ISO/IEC 15948, clauses 5 and 11). Faults that Chromium
 * tolerates pass: wrong check sums outside the pixels, a last chunk that is cut, data after the end.
 */
import { crc32 } from 'node:zlib'
import { endsEarly, type PictureFault } from './picture-fault.ts'

/**
 * The known critical chunks. At any other chunk whose name begins with a capital a decoder must stop (5.4).
 */
const critical: ReadonlySet<string> = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND'])
/** Bytes of the signature before the chunks, and of length, name and check sum around the data of a chunk. */
const [signatureBytes, frameBytes] = [8, 12]
/** The colour type of pictures with a palette. */
const indexed = 3

/** What is wrong with a file that has the signature of a PNG; undefined if nothing is wrong. */
export function pngFault(bytes: Uint8Array): PictureFault | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const seen = new Set<string>()
  let hasDamage = false
  for (let at = signatureBytes; ; ) {
    const isShown = seen.has('IDAT')
    if (at + 8 > file.length) return { words: endsEarly, isShown }
    const length = file.readUInt32BE(at)
    const name = file.toString('latin1', at + 4, at + 8)
    if (seen.size === 0 && name !== 'IHDR') return unreadable(`it begins with ${named(name)}, expected IHDR`)
    if (name === 'IEND') break
    if (at + frameBytes + length > file.length)
      return { words: endsEarly, isShown: isShown || name === 'IDAT' }
    if (!/^[A-Za-z]{4}$/.test(name) || (/^[A-Z]/.test(name) && !critical.has(name)))
      return { words: `its part ${named(name)} does not belong in a PNG`, isShown }
    if (critical.has(name)) {
      const sum = file.readUInt32BE(at + 8 + length)
      const isDamaged = crc32(file.subarray(at + 4, at + 8 + length)) !== sum
      if (isDamaged && name !== 'IDAT') return unreadable(`the check sum of its part ${name} is wrong`)
      hasDamage ||= isDamaged
    }
    if (name === 'IDAT' && file[signatureBytes + 17] === indexed && !seen.has('PLTE'))
      return unreadable('it has no palette')
    seen.add(name)
    at += frameBytes + length
  }
  if (!seen.has('IDAT')) return unreadable('it has no pixels')
  return hasDamage ? { words: 'the check sum of its pixels is wrong', isShown: true } : undefined
}

function unreadable(words: string): PictureFault {
  return { words, isShown: false }
}

/** The name of a chunk for messages, which do not print bytes other than letters. */
function named(chunk: string): string {
  return /^[A-Za-z]{4}$/.test(chunk) ? chunk : 'something else'
}
