/**
 * The length that the data of a PDF stream have when they are decoded, found in bounded memory: filters can
 * multiply data a thousandfold, and again in a chain (ISO 32000-1, 7.4).
 */
import { inflateSync } from 'node:zlib'

/** Filters whose data become shorter, or at most four times as long. */
const ascii: ReadonlySet<string> = new Set(['/ASCIIHexDecode', '/AHx', '/ASCII85Decode', '/A85'])
const flate: ReadonlySet<string> = new Set(['/FlateDecode', '/Fl'])
const runs: ReadonlySet<string> = new Set(['/RunLengthDecode', '/RL'])
const lzw: ReadonlySet<string> = new Set(['/LZWDecode', '/LZW'])

/**
 * The number of bytes of the data when they are decoded; infinite if it is more than `maximum`. `filters`: in
 * the order in which they are applied. Data of pictures are not decoded.
 */
export function decodedLength(data: Uint8Array, filters: readonly string[], maximum: number): number {
  let bytes = data
  for (const [index, filter] of filters.entries()) {
    if (bytes.length > maximum) return Number.POSITIVE_INFINITY
    if (flate.has(filter)) {
      const inflated = inflatedWithin(bytes, maximum)
      if (!inflated) return Number.POSITIVE_INFINITY
      bytes = inflated
    } else if (ascii.has(filter)) bytes = withoutAscii(bytes, filter)
    else {
      const length = runs.has(filter)
        ? runLength(bytes)
        : lzw.has(filter)
          ? lzwLength(bytes, maximum)
          : undefined
      if (length === undefined) return bytes.length
      // Only the length is known. No program writes a chain that goes on here.
      return length > maximum || index < filters.length - 1 ? Number.POSITIVE_INFINITY : length
    }
  }
  return bytes.length > maximum ? Number.POSITIVE_INFINITY : bytes.length
}

/** Undefined if the data are longer. Data that cannot be decoded are empty. */
export function inflatedWithin(data: Uint8Array, maximum: number): Uint8Array | undefined {
  try {
    return inflateSync(data, { maxOutputLength: Math.max(1, maximum) })
  } catch (error) {
    return error instanceof RangeError ? undefined : new Uint8Array()
  }
}

function runLength(data: Uint8Array): number {
  let length = 0
  for (let at = 0; at < data.length; ) {
    const code = data[at] ?? 128
    if (code === 128) break
    length += code < 128 ? code + 1 : 257 - code
    at += code < 128 ? code + 2 : 2
  }
  return length
}

/** Counts with the lengths of the table's entries, without the entries (ISO 32000-1, 7.4.4.2). */
function lzwLength(data: Uint8Array, maximum: number): number {
  const lengths = new Uint32Array(4097)
  lengths.fill(1, 0, 256)
  const [clear, end] = [256, 257]
  let next = 258
  let size = 9
  let former = 0
  let length = 0
  let bits = 0
  let held = 0
  for (const byte of data) {
    held = ((held << 8) | byte) & 0xffffff
    bits += 8
    if (bits < size) continue
    bits -= size
    const code = (held >> bits) & ((1 << size) - 1)
    if (code === end || length > maximum) break
    if (code === clear) {
      next = 258
      size = 9
      former = 0
      continue
    }
    const written = code < next ? (lengths[code] ?? 0) : former + 1
    if (former > 0 && next < 4096) lengths[next++] = former + 1
    former = written
    length += written
    // Most programs lengthen the codes one entry early.
    if (next + 1 >= 1 << size && size < 12) size++
  }
  return length
}

/** The data of ASCIIHexDecode or ASCII85Decode. */
function withoutAscii(data: Uint8Array, filter: string): Uint8Array {
  const text = Buffer.from(data.buffer, data.byteOffset, data.length).toString('latin1')
  const [content = ''] = text.replace(/\s+/g, '').split(/>|~/)
  if (filter.startsWith('/ASCIIHex') || filter === '/AHx') return Buffer.from(content, 'hex')
  const groups = content.replaceAll('z', '!!!!!').match(/[\s\S]{1,5}/g) ?? []
  const decoded = Buffer.alloc(groups.length * 4)
  for (const [index, group] of groups.entries()) {
    let value = 0
    for (const character of group.padEnd(5, 'u')) value = value * 85 + character.charCodeAt(0) - 33
    decoded.writeUInt32BE(Math.min(Math.max(0, value), 0xffffffff), index * 4)
  }
  return decoded.subarray(0, decoded.length - (5 - (groups.at(-1)?.length ?? 5)))
}
