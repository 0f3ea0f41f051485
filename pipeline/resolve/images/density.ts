/**
 * How many pixels of a picture make an inch, as its file says it: PNG (pHYs), JPEG (JFIF, EXIF), TIFF and
 * BMP. Undefined where it says nothing, or nothing that a picture can be meant to have.
 */
import type { ImageFormat } from './image-format.ts'

const PER_METRE = 0.0254
const PER_CENTIMETRE = 2.54

/** Less is a ratio of sides, not a density; more is a mistake of the program that wrote it. */
const SENSIBLE = { least: 30, most: 5000 }

export function densityOf(format: ImageFormat, data: Uint8Array): number | undefined {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength)
  try {
    const density = readers[format]?.(view)
    return density !== undefined && density >= SENSIBLE.least && density <= SENSIBLE.most
      ? density
      : undefined
  } catch (error) {
    // A file that ends too early, or points beyond its end, does not say.
    if (error instanceof RangeError) return undefined
    throw error
  }
}

const readers: Readonly<Partial<Record<ImageFormat, (view: DataView) => number | undefined>>> = {
  PNG: pngDensity,
  JPEG: jpegDensity,
  TIFF: view => tiffDensity(view, 0),
  BMP: view => view.getInt32(38, true) * PER_METRE,
}

/** The chunk pHYs, which stands before the pixels (ISO/IEC 15948, 11.3.5.3). */
function pngDensity(view: DataView): number | undefined {
  for (let at = 8; at + 12 <= view.byteLength; at += view.getUint32(at) + 12) {
    const type = view.getUint32(at + 4)
    if (type === code('pHYs'))
      return view.getUint8(at + 16) === 1 ? view.getUint32(at + 8) * PER_METRE : undefined
    if (type === code('IDAT')) return undefined
  }
  return undefined
}

/** EXIF where there is both, as cameras write it; editors that change one change the other. */
function jpegDensity(view: DataView): number | undefined {
  let ofJfif: number | undefined
  for (
    let at = 2;
    at + 4 <= view.byteLength && view.getUint8(at) === 0xff;
    at += view.getUint16(at + 2) + 2
  ) {
    const marker = view.getUint8(at + 1)
    if (marker === 0xda) break
    if (marker === 0xe0 && view.getUint32(at + 4) === code('JFIF')) {
      const unit = view.getUint8(at + 11)
      if (unit > 0) ofJfif = view.getUint16(at + 12) * (unit === 2 ? PER_CENTIMETRE : 1)
    }
    if (marker === 0xe1 && view.getUint32(at + 4) === code('Exif')) {
      const length = Math.min(view.getUint16(at + 2) - 8, view.byteLength - at - 10)
      const ofExif = tiffDensity(new DataView(view.buffer, view.byteOffset + at + 10, length), 0)
      if (ofExif !== undefined) return ofExif
    }
  }
  return ofJfif
}

/** XResolution and ResolutionUnit of the first directory (TIFF 6.0, section 8). */
function tiffDensity(view: DataView, start: number): number | undefined {
  const isLittle = view.getUint16(start) === 0x4949
  const directory = start + view.getUint32(start + 4, isLittle)
  const count = view.getUint16(directory, isLittle)
  let resolution: number | undefined
  let unit = 2
  for (let entry = directory + 2; entry < directory + 2 + count * 12; entry += 12) {
    const tag = view.getUint16(entry, isLittle)
    if (tag === 296) unit = view.getUint16(entry + 8, isLittle)
    if (tag !== 282) continue
    const at = start + view.getUint32(entry + 8, isLittle)
    resolution = view.getUint32(at, isLittle) / view.getUint32(at + 4, isLittle)
  }
  if (resolution === undefined || unit < 2) return undefined
  return unit === 3 ? resolution * PER_CENTIMETRE : resolution
}

function code(name: string): number {
  return Buffer.from(name, 'latin1').readUInt32BE()
}
