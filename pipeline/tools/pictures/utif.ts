/**
 * The only importer of utif2: a TIFF file (TIFF 6.0) → PNG. The format has more variants than the library can
 * decode; variants that it would decode wrongly are refused.
 */
import { createRequire } from 'node:module'
import { inflateSync } from 'node:zlib'
import type * as Utif from 'utif2'
import { encodePng } from './encode-png.ts'
import { type TiffDirectory, tiffDirectories } from './tiff-directories.ts'

interface TiffPicture {
  readonly png: Uint8Array
  readonly width: number
  readonly height: number
}

/** PhotometricInterpretation → values of SamplesPerPixel that the library decodes correctly. */
const readableSamples: ReadonlyMap<number, readonly number[]> = new Map([
  [0, [1]],
  [1, [1]],
  [2, [3, 4]],
  [3, [1]],
  [5, [4]],
  [6, [3]],
])
const cmyk = 5
const jpeg = 7

/** Values of Compression that the library decodes; it would show others as black. */
const readableCompressions: ReadonlySet<number> = new Set([1, 2, 3, 4, 5, 6, jpeg, 8, 32773, 32946])

/** The largest of the pages, thumbnails and layers in the file. Throws if it cannot be decoded. */
export function pngOfTiff(data: Uint8Array, maximumPixels: number): TiffPicture {
  // The package is CommonJS, so it is required and not imported.
  const { decodeImage, toRGBA8 } = createRequire(import.meta.url)('utif2') as typeof Utif
  const bytes = Buffer.from(data)
  const pictures = tiffDirectories(bytes).map(directory => ({
    directory,
    width: numberOf(directory.t256, 0),
    height: numberOf(directory.t257, 0),
  }))
  const [largest] = pictures.sort(
    (first, second) => second.width * second.height - first.width * first.height,
  )
  if (!largest || largest.width * largest.height === 0) throw new Error('There is no picture in the file.')
  const { width, height } = largest
  // The cast is safe: the library adds what it reads to the directory, and reads only these tags.
  const directory = { ...largest.directory } as Utif.IFD
  if (width * height > maximumPixels) throw new Error('The picture has too many pixels.')
  const fault = faultOf(directory) ?? partsFault(bytes, largest.directory, maximumPixels)
  if (fault !== undefined) throw new Error(fault)
  quietly(() => decodeImage(bytes, directory))
  const isCmyk = numberOf(directory.t262, 1) === cmyk
  const rgba = isCmyk ? rgbaOfCmyk(directory.data) : toRGBA8(directory)
  if (rgba.length < width * height * 4) throw new Error('The picture ends too early.')
  const channels = isOpaque(rgba) ? 3 : 4
  const png = encodePng({ width, height, channels, data: channels === 3 ? withoutAlpha(rgba) : rgba })
  return { png, width, height }
}

function isOpaque(rgba: Uint8Array): boolean {
  for (let at = 3; at < rgba.length; at += 4) if (rgba[at] !== 255) return false
  return true
}

/** RGBA pixels → RGB pixels, in the same memory. */
function withoutAlpha(rgba: Uint8Array): Uint8Array {
  let to = 0
  for (let from = 0; from < rgba.length; from += 4) {
    rgba[to++] = rgba[from] ?? 0
    rgba[to++] = rgba[from + 1] ?? 0
    rgba[to++] = rgba[from + 2] ?? 0
  }
  return rgba.subarray(0, to)
}

/** Runs `work` without the library's messages on the console. */
function quietly(work: () => void): void {
  const { log } = console
  console.log = () => {}
  try {
    work()
  } finally {
    console.log = log
  }
}

function faultOf(directory: Utif.IFD): string | undefined {
  const bits = numberOf(directory.t258, 1)
  const colours = numberOf(directory.t262, 1)
  const samples = numberOf(directory.t277, 1)
  const isJpeg = numberOf(directory.t259, 1) === jpeg
  if (!readableCompressions.has(numberOf(directory.t259, 1)))
    return 'The compression of the picture is of a rare kind.'
  if (numberOf(directory.t284, 1) === 2) return 'The colours of the picture are stored apart.'
  if (numberOf(directory.t339, 1) === 3) return 'The colours of the picture are floating-point numbers.'
  const isKnown = readableSamples.get(colours)?.includes(samples) && !(isJpeg && samples > 3)
  if (!isKnown || bits > 16 || (colours === cmyk && bits !== 8))
    return 'The colours of the picture are of a rare kind.'
  return undefined
}

const [deflate, oldDeflate] = [8, 32946]

/**
 * What is wrong with the strips or tiles, which hold the compressed pixels (TIFF 6.0, sections 3 and 15). The
 * library trusts their sizes.
 */
function partsFault(file: Uint8Array, directory: TiffDirectory, maximumPixels: number): string | undefined {
  const [width, height] = [numberOf(directory.t256, 0), numberOf(directory.t257, 0)]
  const isTiled = directory.t322 !== undefined
  const partWidth = isTiled ? numberOf(directory.t322, 0) : width
  const rows = numberOf(isTiled ? directory.t323 : directory.t278, height)
  const partHeight = isTiled ? rows : Math.min(rows, height)
  if (!(partWidth > 0 && partHeight > 0)) return 'A part of the picture has no pixels.'
  if (partWidth * partHeight > maximumPixels) return 'A part of the picture has too many pixels.'
  const parts = Math.ceil(width / partWidth) * Math.ceil(height / partHeight)
  const starts = (isTiled ? undefined : directory.t273) ?? directory.t324 ?? directory.t273 ?? []
  const lengths = (isTiled ? directory.t325 : directory.t279) ?? directory.t279 ?? []
  if (starts.length > parts || (isTiled && starts.length < parts))
    return 'The picture has not as many parts as it says.'
  let total = 0
  for (const length of lengths) total += length
  if (total > 2 * file.length) return 'The parts of the picture are larger than the file.'
  const compression = numberOf(directory.t259, 1)
  if (compression !== deflate && compression !== oldDeflate) return undefined
  const bits = numberOf(directory.t258, 1) * numberOf(directory.t277, 1)
  const mostBytes = Math.ceil((partWidth * bits) / 8) * partHeight
  for (const [index, start] of starts.entries()) {
    // Throws if the part is longer than its pixels are.
    const part = file.subarray(start, start + (lengths[index] ?? 0))
    inflateSync(part, { maxOutputLength: mostBytes + 1024 })
  }
  return undefined
}

/** CMYK pixels → RGBA pixels, without a colour profile: each ink subtracts its complementary colour. */
function rgbaOfCmyk(inks: Uint8Array): Uint8Array {
  const rgba = new Uint8Array(inks.length)
  for (let at = 0; at + 3 < inks.length; at += 4) {
    const light = 255 - (inks[at + 3] ?? 0)
    for (let ink = 0; ink < 3; ink++)
      rgba[at + ink] = Math.round(((255 - (inks[at + ink] ?? 0)) * light) / 255)
    rgba[at + 3] = 255
  }
  return rgba
}

function numberOf(tag: unknown, otherwise: number): number {
  const [value] = Array.isArray(tag) ? tag : []
  return typeof value === 'number' ? value : otherwise
}
