/**
 * Whether a PNG is whole, by its chunks (ISO/IEC 15948, clauses 5 and 11). What Chromium shows all the same passes:
 * wrong check sums of what is no pixel, a last chunk that is cut, words behind the end.
 */
import { crc32 } from 'node:zlib'
import { endsEarly, type PictureFault } from './picture-fault.ts'

/** Without these there is no picture; of others a decoder must stop at those in capitals (5.4). */
const critical: ReadonlySet<string> = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND'])
/** The signature stands before the chunks; length, name and check sum around the data of each. */
const [FIRST, FRAME] = [8, 12]
const INDEXED = 3

/** `bytes`: a file with the signature of a PNG. Undefined where nothing is wrong. */
export function pngFault(bytes: Uint8Array): PictureFault | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const seen = new Set<string>()
  let hasDamage = false
  for (let at = FIRST; ; ) {
    const isShown = seen.has('IDAT')
    if (at + 8 > file.length) return { words: endsEarly, isShown }
    const length = file.readUInt32BE(at)
    const name = file.toString('latin1', at + 4, at + 8)
    if (seen.size === 0 && name !== 'IHDR') return unreadable(`it begins with ${named(name)}, expected IHDR`)
    if (name === 'IEND') break
    if (at + FRAME + length > file.length) return { words: endsEarly, isShown: isShown || name === 'IDAT' }
    if (!/^[A-Za-z]{4}$/.test(name) || (/^[A-Z]/.test(name) && !critical.has(name)))
      return { words: `its part ${named(name)} is of no PNG`, isShown }
    if (critical.has(name)) {
      const sum = file.readUInt32BE(at + 8 + length)
      const isDamaged = crc32(file.subarray(at + 4, at + 8 + length)) !== sum
      if (isDamaged && name !== 'IDAT') return unreadable(`the check sum of its part ${name} is wrong`)
      hasDamage ||= isDamaged
    }
    if (name === 'IDAT' && file[FIRST + 17] === INDEXED && !seen.has('PLTE'))
      return unreadable('it has no palette')
    seen.add(name)
    at += FRAME + length
  }
  if (!seen.has('IDAT')) return unreadable('it has no pixels')
  return hasDamage ? { words: 'the check sum of its pixels is wrong', isShown: true } : undefined
}

function unreadable(words: string): PictureFault {
  return { words, isShown: false }
}

/** Bytes that are no letters are not printed. */
function named(chunk: string): string {
  return /^[A-Za-z]{4}$/.test(chunk) ? chunk : 'something else'
}
