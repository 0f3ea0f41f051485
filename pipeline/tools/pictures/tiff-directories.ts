/**
 * The directories of a TIFF file (TIFF 6.0, section 2), each as the values of its tags. Only tags that say
 * how the pixels are stored are read. Directories inside directories (EXIF, notes of cameras) are left alone:
 * in a damaged file they may contain themselves.
 */

/** Tag → its values. `t256` is the width, as utif2 names it. */
export type TiffDirectory = Readonly<Record<`t${number}`, readonly number[]>>

/** Type of a value → bytes; the types that tags of pixels have: BYTE, SHORT, LONG, UNDEFINED. */
const typeBytes: ReadonlyMap<number, number> = new Map([
  [1, 1],
  [3, 2],
  [4, 4],
  [7, 1],
])

/** ImageWidth to JPEGTables; those of the old JPEG, 512 to 521; YCbCr, 529 to 532. */
const pixelTags: ReadonlySet<number> = new Set([
  ...[
    256, 257, 258, 259, 262, 266, 273, 274, 277, 278, 279, 284, 292, 293, 317, 320, 322, 323, 324, 325, 338,
  ],
  ...[339, 347, 512, 513, 514, 515, 517, 518, 519, 520, 521, 529, 530, 531, 532],
])

const mostDirectories = 1000
const entryBytes = 12

/** Reads the directories in their order. Throws if they lie outside of the file or form a loop. */
export function tiffDirectories(data: Uint8Array): readonly TiffDirectory[] {
  const file = new TiffBytes(data)
  const seen = new Set<number>()
  const directories: TiffDirectory[] = []
  for (let at = file.number(4, 4); at !== 0; ) {
    if (seen.has(at) || seen.size === mostDirectories) throw new Error('The pages of the file form a loop.')
    seen.add(at)
    const entries = file.number(at, 2)
    directories.push(readDirectory(file, at + 2, entries))
    const next = at + 2 + entries * entryBytes
    // Some programs leave out the address after the last directory.
    at = next + 4 <= data.length ? file.number(next, 4) : 0
  }
  return directories
}

function readDirectory(file: TiffBytes, start: number, entries: number): TiffDirectory {
  const directory: Record<`t${number}`, readonly number[]> = {}
  for (let at = start; at < start + entries * entryBytes; at += entryBytes) {
    const tag = file.number(at, 2)
    const bytes = typeBytes.get(file.number(at + 2, 2))
    if (bytes === undefined || !pixelTags.has(tag)) continue
    const count = file.number(at + 4, 4)
    const from = count * bytes <= 4 ? at + 8 : file.number(at + 8, 4)
    if (from + count * bytes > file.length) throw new Error('A value lies outside of the file.')
    directory[`t${tag}`] = Array.from({ length: count }, (_, index) =>
      file.number(from + index * bytes, bytes),
    )
  }
  return directory
}

class TiffBytes {
  readonly length: number
  readonly #view: DataView
  readonly #isLittleEndian: boolean

  constructor(data: Uint8Array) {
    this.length = data.length
    this.#view = new DataView(data.buffer, data.byteOffset, data.byteLength)
    this.#isLittleEndian = data[0] === 0x49
  }

  /** A number without a sign. Throws if it lies outside of the file. */
  number(at: number, bytes: number): number {
    if (bytes === 1) return this.#view.getUint8(at)
    return bytes === 2
      ? this.#view.getUint16(at, this.#isLittleEndian)
      : this.#view.getUint32(at, this.#isLittleEndian)
  }
}
