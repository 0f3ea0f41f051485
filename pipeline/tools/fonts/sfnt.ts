/**
 * What a TrueType or OpenType file says about itself: its tables, axes and features (OpenType 1.9), and the
 * file inside a WOFF or WOFF2 file. Numbers are big-endian.
 */
import { inflateSync } from 'node:zlib'
import { unpackWoff2 } from './woff2.ts'

const signatures = { trueType: 0x00010000, appleTrueType: 0x74727565, openType: 0x4f54544f }
/** The greatest number of bytes of a font that is unpacked. The largest fonts, of Chinese, have 30 MB. */
export const mostFontBytes = 100_000_000

const woffSignature = 0x774f4646
const woff2Signature = 0x774f4632

/** True for a TrueType or OpenType file that is not packed. */
export function isSfnt(font: Uint8Array): boolean {
  const signature = font.length < 12 ? 0 : viewOf(font).getUint32(0)
  return Object.values(signatures).includes(signature)
}

/** A font file of any of the four formats → TrueType or OpenType. Undefined for other and damaged files. */
export async function sfntOf(font: Uint8Array): Promise<Uint8Array | undefined> {
  if (font.length < 12) return undefined
  const signature = viewOf(font).getUint32(0)
  try {
    const sfnt =
      signature === woffSignature
        ? unpackWoff(font)
        : signature === woff2Signature
          ? await unpackWoff2(withinSize(font))
          : font
    const isWhole = isSfnt(sfnt) && [...tablesOf(sfnt).values()].every(({ end }) => end <= sfnt.length)
    return isWhole && tablesOf(sfnt).has('cmap') ? sfnt : undefined
  } catch {
    return undefined
  }
}

/** The WOFF2 file itself. Throws if the font in it is too large, by the file's head. */
function withinSize(woff2: Uint8Array): Uint8Array {
  if (viewOf(woff2).getUint32(16) > mostFontBytes) throw new RangeError('Too large')
  return woff2
}

/** WOFF File Format 1.0: each table may be compressed. The signature is that of the file inside. */
function unpackWoff(woff: Uint8Array): Uint8Array {
  const from = viewOf(woff)
  const directory = woffEntries(woff)
  const count = directory.length
  const entries = directory.map(({ at }) => {
    const [offset, packed, length] = [from.getUint32(at + 4), from.getUint32(at + 8), from.getUint32(at + 12)]
    const bytes = woff.subarray(offset, offset + packed)
    if (length > mostFontBytes) throw new RangeError('Too large')
    return { at, length, bytes: packed < length ? inflateSync(bytes, { maxOutputLength: length }) : bytes }
  })
  const start = 12 + 16 * count
  if (entries.reduce((sum, { length }) => sum + length, 0) > mostFontBytes) throw new RangeError('Too large')
  const sfnt = new Uint8Array(entries.reduce((sum, { length }) => sum + aligned(length), start))
  const to = viewOf(sfnt)
  to.setUint32(0, from.getUint32(4))
  to.setUint16(4, count)
  let place = start
  for (const [table, { at, length, bytes }] of entries.entries()) {
    const entry = 12 + 16 * table
    to.setUint32(entry, from.getUint32(at))
    to.setUint32(entry + 4, from.getUint32(at + 16))
    to.setUint32(entry + 8, place)
    to.setUint32(entry + 12, length)
    sfnt.set(bytes, place)
    place += aligned(length)
  }
  return sfnt
}

/** The entries in the directory of a WOFF file: the tags of its tables, and where the entries begin. */
export function woffEntries(woff: Uint8Array): readonly { readonly tag: string; readonly at: number }[] {
  const file = viewOf(woff)
  return Array.from({ length: file.getUint16(12) }, (_, table) => {
    const at = 44 + 20 * table
    return { tag: tagAt(file, at), at }
  })
}

interface Table {
  readonly view: DataView
  /** The number of bytes up to the end of the table. */
  readonly end: number
}

/** The tables of a file by their tags. */
export function tablesOf(sfnt: Uint8Array): ReadonlyMap<string, Table> {
  const file = viewOf(sfnt)
  const tables = new Map<string, Table>()
  for (let table = 0; table < file.getUint16(4); table++) {
    const at = 12 + 16 * table
    const [offset, length] = [file.getUint32(at + 8), file.getUint32(at + 12)]
    const end = offset + length
    const bytes = sfnt.subarray(offset, end)
    tables.set(tagAt(file, at), { view: viewOf(bytes), end })
  }
  return tables
}

export interface FontAxis {
  /** Four letters, such as `wght`. */
  readonly tag: string
  readonly least: number
  readonly usual: number
  readonly greatest: number
}

/** The axes of a variable font; none for another. */
export function axesOf(sfnt: Uint8Array): readonly FontAxis[] {
  const view = tablesOf(sfnt).get('fvar')?.view
  if (!view) return []
  const [start, count, size] = [view.getUint16(4), view.getUint16(8), view.getUint16(10)]
  return Array.from({ length: count }, (_, axis) => {
    const at = start + axis * size
    const value = (place: number) => view.getInt32(at + place) / 0x10000
    return { tag: tagAt(view, at), least: value(4), usual: value(8), greatest: value(12) }
  })
}

/** The OpenType features that a font has, such as `smcp`. */
export function featuresOf(sfnt: Uint8Array): ReadonlySet<string> {
  const tables = tablesOf(sfnt)
  return new Set(['GSUB', 'GPOS'].flatMap(tag => [...featureTags(tables.get(tag)?.view)]))
}

function featureTags(table: DataView | undefined): readonly string[] {
  if (!table || table.byteLength < 10) return []
  const list = table.getUint16(6)
  const count = list === 0 ? 0 : table.getUint16(list)
  return Array.from({ length: count }, (_, feature) => tagAt(table, list + 2 + 6 * feature))
}

function tagAt(view: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map(letter => view.getUint8(at + letter)))
}

/** The length rounded up to a multiple of four bytes, at which tables begin. */
function aligned(length: number): number {
  return (length + 3) & ~3
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength)
}
