/**
 * The bytes of a file → a picture that browsers show, with its natural size, or the reason why it cannot be
 * shown. A page of a PDF and a TIFF, which browsers do not show, are converted.
 */
import { imageSize } from 'image-size'
import { densityOf } from './density.ts'
import { gifFault } from './gif-fault.ts'
import { formatOf, formatOfName, type ImageFormat } from './image-format.ts'
import { jpegFault } from './jpeg-fault.ts'
import { readPdfFigure } from './pdf-figure.ts'
import type { PictureFault } from './picture-fault.ts'
import { pngFault } from './png-fault.ts'
import { broken, type ImageSource, type Reading, type Remark } from './reading.ts'
import { svgPicture } from './svg-picture.ts'
import { webpFault } from './webp-fault.ts'

/** The largest number of pixels of a picture. The largest cameras have 100 megapixels. */
export const mostPixels = 120_000_000
/** The same for formats that the browser decodes as a whole, and for those that are converted. */
export const mostDecodedPixels = 60_000_000
/**
 * The largest number of bytes of a picture. All pictures are sent to the browser as one text, whose length is
 * limited.
 */
export const mostBytes = 50_000_000
/** CSS px per inch. */
const pxPerInch = 96

const mediaTypes: Readonly<Partial<Record<ImageFormat, string>>> = {
  PNG: 'image/png',
  JPEG: 'image/jpeg',
  GIF: 'image/gif',
  WebP: 'image/webp',
  AVIF: 'image/avif',
  BMP: 'image/bmp',
}

export async function readImage(source: ImageSource): Promise<Reading> {
  const { url, path, data } = source
  if (data.length > mostBytes)
    return broken(`Unexpected size of \`${url}\`: ${megabytes(data)}, expected at most 50 MB`, smallerNote)
  const format = formatOf(data) ?? (isCompressed(data) ? 'SVG' : undefined)
  if (!format) return unreadable(source)
  const promised = path === '' ? undefined : formatOfName(path)
  const remarks: Remark[] =
    promised === undefined || promised === format
      ? []
      : [
          {
            rule: 'figure-misnamed',
            reason: `Unexpected content of \`${url}\`: it is ${format}, expected ${promised} by its name`,
            note: 'It is read by its content. Give the file the right name.',
          },
        ]
  const reading = await readFormat(format, source)
  return { ...reading, remarks: [...remarks, ...reading.remarks] }
}

async function readFormat(format: ImageFormat, source: ImageSource): Promise<Reading> {
  if (format === 'PDF') return await readPdfFigure(source)
  if (format === 'SVG') return svgPicture(source)
  if (format === 'TIFF') return await tiffPicture(source)
  const mediaType = mediaTypes[format]
  if (mediaType === undefined) return unprintable(format, source.url)
  return pixelPicture(format, mediaType, source)
}

const conversions: Readonly<Partial<Record<ImageFormat, string>>> = {
  EPS: 'Convert it to PDF, which stays a drawing: `epstopdf figure.eps`, or export it as PDF or SVG.',
  HEIC: 'Export it as JPEG.',
  WMF: 'Export it as SVG or PDF.',
}

const formatsNote = 'Offprint prints PDF, SVG, PNG, JPEG, GIF, WebP, AVIF, TIFF and BMP.'
const smallerNote = 'Save it with fewer pixels: 2000 across are enough for the width of a page.'

function unprintable(format: ImageFormat, url: string): Reading {
  return broken(
    `Unexpected image format ${format} of \`${url}\``,
    conversions[format] ?? `Export it as PNG. ${formatsNote}`,
  )
}

function pixelPicture(format: ImageFormat, mediaType: string, { url, data }: ImageSource): Reading {
  try {
    const size = imageSize(data)
    const isTurned = (size.orientation ?? 1) >= 5
    const width = isTurned ? size.height : size.width
    const height = isTurned ? size.width : size.height
    const reading = ofPixels({ mediaType, data, width, height, density: densityOf(format, data), url })
    const fault = reading.asset && faults[format]?.(data)
    if (!fault) return reading
    const { remarks } = broken(
      `Unexpected content of \`${url}\`: ${fault.words}`,
      fault.isShown ? inPartNote : againNote,
    )
    return fault.isShown ? { ...reading, remarks } : { remarks }
  } catch (cause) {
    return broken(
      `Unexpected content of \`${url}\`, expected a complete ${format} picture`,
      formatsNote,
      cause,
    )
  }
}

const faults: Readonly<Partial<Record<ImageFormat, (data: Uint8Array) => PictureFault | undefined>>> = {
  PNG: pngFault,
  JPEG: jpegFault,
  GIF: gifFault,
  WebP: webpFault,
}

const againNote = 'Save or export it again.'
const inPartNote = `The part that can be read is shown. ${againNote}`

interface PixelPicture {
  readonly mediaType: string
  readonly data: Uint8Array
  readonly width: number
  readonly height: number
  readonly density: number | undefined
  readonly url: string
}

function ofPixels({ mediaType, data, width, height, density = pxPerInch, url }: PixelPicture): Reading {
  if (!(width > 0 && height > 0))
    return broken(`Unexpected size of \`${url}\`: it has no pixels`, formatsNote)
  const most = /png|jpeg/.test(mediaType) ? mostPixels : mostDecodedPixels
  if (width * height > most) {
    return broken(
      `Unexpected size of \`${url}\`: ${width} × ${height} pixels, expected at most ${most / 1e6} million`,
      smallerNote,
    )
  }
  const natural = { width: (width * pxPerInch) / density, height: (height * pxPerInch) / density }
  return { asset: { mediaType, data, ...natural, pixels: width }, remarks: [] }
}

async function tiffPicture({ url, data }: ImageSource): Promise<Reading> {
  const { pngOfTiff } = await import('../../tools/pictures/utif.ts')
  try {
    const { png, width, height } = pngOfTiff(data, mostDecodedPixels)
    return ofPixels({
      mediaType: 'image/png',
      data: png,
      width,
      height,
      density: densityOf('TIFF', data),
      url,
    })
  } catch (cause) {
    return broken(
      `Unexpected content of \`${url}\`, expected a TIFF picture that can be decoded`,
      'Export it as PNG.',
      cause,
    )
  }
}

function unreadable({ url, data }: ImageSource): Reading {
  const start = Buffer.from(data.subarray(0, 200)).toString('latin1')
  if (start.startsWith('version https://git-lfs')) {
    return broken(
      `Unexpected content of \`${url}\`: a pointer of Git LFS, expected an image`,
      'Fetch the file itself: `git lfs pull`.',
    )
  }
  if (/^\s*<(?:!doctype html|html)/i.test(start)) {
    return broken(
      `Unexpected content of \`${url}\`: a web page, expected an image`,
      'Save the picture itself, not the page that shows it.',
    )
  }
  if (data.length === 0)
    return broken(`Unexpected content of \`${url}\`: the file is empty`, 'Save the image again.')
  return broken(`Unexpected content of \`${url}\`, expected an image`, formatsNote)
}

/** True if the file is compressed with gzip, as `.svgz` is. */
function isCompressed(data: Uint8Array): boolean {
  return data[0] === 0x1f && data[1] === 0x8b
}

function megabytes(data: Uint8Array): string {
  return `${Math.round(data.length / 1e6)} MB`
}
