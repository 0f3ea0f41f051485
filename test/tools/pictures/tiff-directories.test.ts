/** Directories of a TIFF: loops, values outside of the file and sizes that lie are refused at once. */
import { expect, it } from 'vitest'
import { tiffDirectories } from '../../../pipeline/tools/pictures/tiff-directories.ts'
import { pngOfTiff } from '../../../pipeline/tools/pictures/utif.ts'

type Entry = readonly [tag: number, type: number, count: number, value: number]

/** A file with one directory, whose entries come before a pixel row of 64 bytes at 512. */
function tiff(entries: readonly Entry[], next = 0): Buffer {
  const file = Buffer.alloc(576, 0x80)
  file.write('II*\0', 'latin1')
  file.writeUInt32LE(8, 4)
  file.writeUInt16LE(entries.length, 8)
  for (const [index, [tag, type, count, value]] of entries.entries()) {
    const at = 10 + index * 12
    file.writeUInt16LE(tag, at)
    file.writeUInt16LE(type, at + 2)
    file.writeUInt32LE(count, at + 4)
    file.writeUInt32LE(value, at + 8)
  }
  file.writeUInt32LE(next, 10 + entries.length * 12)
  return file
}

const grey: readonly Entry[] = [
  [256, 3, 1, 8],
  [257, 3, 1, 8],
  [258, 3, 1, 8],
  [259, 3, 1, 1],
  [262, 3, 1, 1],
  [273, 4, 1, 512],
  [277, 3, 1, 1],
  [278, 3, 1, 8],
  [279, 4, 1, 64],
]

/** The entries with others in place of those of the same tag. */
function changed(...entries: readonly Entry[]): readonly Entry[] {
  const tags = new Set(entries.map(([tag]) => tag))
  return [...grey.filter(([tag]) => !tags.has(tag)), ...entries]
}

it('gives the values of the tags that say how pixels are stored', () => {
  const directories = tiffDirectories(tiff([...grey, [34665, 4, 1, 8]]))
  expect(directories).toMatchObject([{ t256: [8], t273: [512], t279: [64] }])
  expect(directories[0]).not.toHaveProperty('t34665')
  expect(pngOfTiff(tiff(grey), 1e6)).toMatchObject({ width: 8, height: 8 })
})

it.each([
  ['a directory after itself', tiff(grey, 8), /loop/],
  ['a directory outside of the file', tiff(grey, 0xfffffff0), /bounds/],
  ['200 million values', tiff(changed([258, 3, 200_000_000, 0])), /outside/],
  ['strips without rows', tiff(changed([278, 3, 1, 0])), /no pixels/],
  ['more strips than rows', tiff(changed([273, 1, 64, 512])), /as many parts/],
  ['strips longer than the file', tiff(changed([279, 4, 1, 0xffffffff])), /larger than the file/],
  ['tiles without width', tiff([...grey, [322, 3, 1, 0], [323, 3, 1, 16]]), /no pixels/],
  ['huge tiles', tiff([...grey, [322, 4, 1, 60_000], [323, 4, 1, 60_000]]), /too many pixels/],
  ['an unknown compression', tiff(changed([259, 3, 1, 50_000])), /compression/],
])('refuses %s', (_, file, message) => {
  expect(() => pngOfTiff(file, 1e6)).toThrow(message)
})

it('refuses compressed strips that are longer than their pixels', async () => {
  const { deflateSync } = await import('node:zlib')
  const bomb = deflateSync(Buffer.alloc(1_000_000))
  const file = Buffer.concat([tiff(changed([259, 3, 1, 8], [279, 4, 1, bomb.length])).subarray(0, 512), bomb])
  expect(() => pngOfTiff(file, 1e6)).toThrow(/larger than/)
})
