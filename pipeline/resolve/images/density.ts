/**
 * The density of a picture in pixels per inch, as its file gives it: PNG (pHYs), JPEG (JFIF, EXIF), TIFF and
 * BMP. Undefined if the file gives no density, or an impossible one.
 */
import type { ImageFormat } from './image-format.ts'

/** Factors from pixels per metre, and from pixels per centimetre, to pixels per inch. */
const perMetre = 0.0254
const perCentimetre = 2.54

/**
 * The limits of densities that are believed. A lower value is a ratio of sides, not a density; a higher value
 * is a mistake of the program that wrote it.
 */
const sensible = { least: 30, most: 5000 }

export function densityOf(format: ImageFormat, data: Uint8Array): number | undefined {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength)
  try {
    const density = readers[format]?.(view)
    return density !== undefined && density >= sensible.least && density <= sensible.most
      ? density
      : undefined
  } catch (error) {
    // The file ends too early, or points beyond its end.
    if (error instanceof RangeError) return undefined
    throw error
  }
}

const readers: Readonly<Partial<Record<ImageFormat, (view: DataView) => number | undefined>>> = {
  PNG: pngDensity,
  JPEG: jpegDensity,
  TIFF: view => tiffDensity(view, 0),
  BMP: view => view.getInt32(38, true) * perMetre,
}

/** The density in the chunk pHYs, which comes before the pixels (ISO/IEC 15948, 11.3.5.3). */
function pngDensity(view: DataView): number | undefined {
  for (let at = 8; at + 12 <= view.byteLength; at += view.getUint32(at) + 12) {
    const type = view.getUint32(at + 4)
    if (type === code('pHYs'))
      return view.getUint8(at + 16) === 1 ? view.getUint32(at + 8) * perMetre : undefined
    if (type === code('IDAT')) return undefined
  }
  return undefined
}

/**
 * The density in EXIF, which cameras write, else in JFIF. Editors that change one of the two change the other
 * too.
 */
function jpegDensity(view: DataView): number | undefined {
  let jfifDensity: number | undefined
  for (
    let at = 2;
    at + 4 <= view.byteLength && view.getUint8(at) === 0xff;
    at += view.getUint16(at + 2) + 2
  ) {
    const marker = view.getUint8(at + 1)
    if (marker === 0xda) break
    if (marker === 0xe0 && view.getUint32(at + 4) === code('JFIF')) {
      const unit = view.getUint8(at + 11)
      if (unit > 0) jfifDensity = view.getUint16(at + 12) * (unit === 2 ? perCentimetre : 1)
    }
    if (marker === 0xe1 && view.getUint32(at + 4) === code('Exif')) {
      const length = Math.min(view.getUint16(at + 2) - 8, view.byteLength - at - 10)
      const exifDensity = tiffDensity(new DataView(view.buffer, view.byteOffset + at + 10, length), 0)
      if (exifDensity !== undefined) return exifDensity
    }
  }
  return jfifDensity
}

/** The density in XResolution and ResolutionUnit of the first directory (TIFF 6.0, section 8). */
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
  return unit === 3 ? resolution * perCentimetre : resolution
}

function code(name: string): number {
  return Buffer.from(name, 'latin1').readUInt32BE()
}
