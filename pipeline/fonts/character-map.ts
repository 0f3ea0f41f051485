/**
 * The code points of a WOFF2, TrueType or OpenType file, read from its cmap (OpenType 1.9, formats 4 and 12;
 * WOFF File Format 2.0). The tables of a WOFF2 file are one Brotli stream in the order of its directory; cmap
 * is never transformed.
 */
import { brotliDecompressSync } from 'node:zlib'
import { isSfnt, tablesOf } from '../tools/fonts/sfnt.ts'

const signature = 0x774f4632
/** Numbers of tags in a WOFF2 directory (WOFF2, 4.1). 63 means that the tag is spelled out. */
const cmapTag = 0
const glyfTag = 10
const locaTag = 11
const spelledOut = 63

export function isWoff2(font: Uint8Array): boolean {
  return viewOf(font).getUint32(0) === signature
}

export function characterMap(font: Uint8Array): ReadonlySet<number> {
  if (isSfnt(font)) {
    const cmap = tablesOf(font).get('cmap')
    return cmap ? readMap(cmap.view) : new Set()
  }
  const file = viewOf(font)
  if (!isWoff2(font)) throw new Error('Unexpected font file, expected WOFF2')
  const directory = readDirectory(file)
  const compressed = font.subarray(directory.end, directory.end + file.getUint32(20))
  const tables = brotliDecompressSync(compressed)
  const { offset, length } = directory.cmap
  return readMap(new DataView(tables.buffer, tables.byteOffset + offset, length))
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength)
}

function readDirectory(file: DataView) {
  let at = 48
  const number = (): number => {
    let value = 0
    for (;;) {
      const byte = file.getUint8(at)
      at++
      value = value * 128 + (byte & 0x7f)
      if (byte < 0x80) return value
    }
  }
  let offset = 0
  let cmap: { readonly offset: number; readonly length: number } | undefined
  for (let table = file.getUint16(12); table > 0; table--) {
    const flags = file.getUint8(at)
    at++
    const tag = flags & 0x3f
    if (tag === spelledOut) at += 4
    let length = number()
    const transform = flags >> 6
    const isTransformed = tag === glyfTag || tag === locaTag ? transform !== 3 : transform !== 0
    if (tag === cmapTag) cmap = { offset, length }
    if (isTransformed) length = number()
    offset += length
  }
  if (!cmap) throw new Error('Unexpected font without a cmap table')
  return { cmap, end: at }
}

function readMap(cmap: DataView): ReadonlySet<number> {
  const points = new Set<number>()
  for (let table = 0; table < cmap.getUint16(2); table++) {
    const platform = cmap.getUint16(4 + 8 * table)
    const subtable = cmap.getUint32(8 + 8 * table)
    // Platform 0 is Unicode; platform 3, Windows, is Unicode except in symbol fonts.
    if (platform !== 0 && platform !== 3) continue
    const format = cmap.getUint16(subtable)
    if (format === 4) readSegments(cmap, subtable, points)
    else if (format === 12) readGroups(cmap, subtable, points)
  }
  return points
}

/** Reads format 4, segments of the Basic Multilingual Plane, into `points`. */
function readSegments(cmap: DataView, subtable: number, points: Set<number>): void {
  const bytes = cmap.getUint16(subtable + 6)
  const ends = subtable + 14
  const starts = ends + bytes + 2
  for (let segment = 0; segment < bytes; segment += 2) {
    const end = cmap.getUint16(ends + segment)
    const start = cmap.getUint16(starts + segment)
    const delta = cmap.getUint16(starts + bytes + segment)
    const rangeAt = starts + 2 * bytes + segment
    const range = cmap.getUint16(rangeAt)
    for (let point = start; point <= end && point < 0xffff; point++) {
      const glyph = range === 0 ? point : cmap.getUint16(rangeAt + range + 2 * (point - start))
      const isMapped = range === 0 || glyph !== 0
      if (isMapped && ((glyph + delta) & 0xffff) !== 0) points.add(point)
    }
  }
}

/** Reads format 12, groups of all Unicode characters, into `points`. */
function readGroups(cmap: DataView, subtable: number, points: Set<number>): void {
  const groups = cmap.getUint32(subtable + 12)
  for (let group = 0; group < groups; group++) {
    const at = subtable + 16 + 12 * group
    const glyph = cmap.getUint32(at + 8)
    const start = cmap.getUint32(at)
    const end = cmap.getUint32(at + 4)
    for (let point = start; point <= end; point++) if (glyph + point - start !== 0) points.add(point)
  }
}
