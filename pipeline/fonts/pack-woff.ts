/**
 * Packs a font file for the web (WOFF File Format 1.0): each table is compressed separately. Numbers are
 * big-endian. WOFF2 would save a tenth more and take fifty times as long.
 */
import { deflateSync } from 'node:zlib'

const signature = 0x774f4646
/** Sizes of a header and of an entry of its directory, in bytes. */
const woffSizes = { header: 44, entry: 20 }
const sfntSizes = { header: 12, entry: 16 }

/** A TrueType or OpenType file → WOFF. */
export function packWoff(sfnt: Uint8Array): Uint8Array {
  const from = viewOf(sfnt)
  const count = from.getUint16(4)
  const tables = Array.from({ length: count }, (_, table) => {
    const entry = sfntSizes.header + sfntSizes.entry * table
    const offset = from.getUint32(entry + 8)
    const length = from.getUint32(entry + 12)
    const bytes = sfnt.subarray(offset, offset + length)
    const packed = deflateSync(bytes, { level: 9, ...windowFor(length) })
    return { entry, length, bytes: packed.length < length ? packed : bytes }
  })
  const start = woffSizes.header + woffSizes.entry * count
  const woff = new Uint8Array(tables.reduce((sum, { bytes }) => sum + aligned(bytes.length), start))
  const to = viewOf(woff)
  to.setUint32(0, signature)
  to.setUint32(4, from.getUint32(0))
  to.setUint32(8, woff.length)
  to.setUint16(12, count)
  to.setUint32(
    16,
    tables.reduce((sum, { length }) => sum + aligned(length), sfntSizes.header + sfntSizes.entry * count),
  )
  let at = start
  for (const [table, { entry, length, bytes }] of tables.entries()) {
    const target = woffSizes.header + woffSizes.entry * table
    to.setUint32(target, from.getUint32(entry))
    to.setUint32(target + 4, at)
    to.setUint32(target + 8, bytes.length)
    to.setUint32(target + 12, length)
    to.setUint32(target + 16, from.getUint32(entry + 4))
    woff.set(bytes, at)
    at += aligned(bytes.length)
  }
  return woff
}

/** The length rounded up to a multiple of four bytes, at which tables begin. */
function aligned(length: number): number {
  return (length + 3) & ~3
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength)
}

/**
 * The window and the memory of zlib for data of `length` bytes, as powers of two. Its default, 256 KiB for
 * each call, would take longer to allocate than most tables take to compress.
 */
function windowFor(length: number) {
  const windowBits = Math.min(15, Math.max(9, Math.ceil(Math.log2(length + 1))))
  return { windowBits, memLevel: Math.min(8, windowBits - 6) }
}
