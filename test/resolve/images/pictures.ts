/** Test help: small pictures of all kinds, made here byte by byte. */
import { crc32 } from 'node:zlib'
import { encodePng } from '../../../pipeline/tools/pictures/encode-png.ts'

export const svg = (attributes: string, content = '<rect width="9" height="9"/>') =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${content}</svg>`

/** A PNG of one colour, with its density in pHYs. */
export function png(width: number, height: number, dpi?: number): Uint8Array {
  const plain = Buffer.from(
    encodePng({ width, height, channels: 3, data: new Uint8Array(width * height * 3).fill(90) }),
  )
  if (dpi === undefined) return plain
  const data = Buffer.alloc(9)
  data.writeUInt32BE(Math.round(dpi / 0.0254), 0)
  data.writeUInt32BE(Math.round(dpi / 0.0254), 4)
  data[8] = 1
  // After the signature and the header.
  return Buffer.concat([plain.subarray(0, 33), chunk('pHYs', data), plain.subarray(33)])
}

/** A chunk of a PNG, with its length and check sum (ISO/IEC 15948, 5.3). */
export function chunk(name: string, data: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(name), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}

/** A PNG made of chunks: the signature, then each of them. */
export function pngOf(...chunks: readonly Buffer[]): Buffer {
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...chunks])
}

/**
 * A JPEG with the parts that are read without decoding it: JFIF or EXIF, a frame, and a scan of some bytes.
 */
export function jpeg(width: number, height: number, { dpi = 0, orientation = 0 } = {}): Uint8Array {
  const segment = (marker: number, data: Buffer) => {
    const head = Buffer.from([0xff, marker, 0, 0])
    head.writeUInt16BE(data.length + 2, 2)
    return Buffer.concat([head, data])
  }
  const jfif = Buffer.from([
    ...Buffer.from('JFIF\0'),
    1,
    1,
    dpi > 0 ? 1 : 0,
    dpi >> 8,
    dpi & 255,
    dpi >> 8,
    dpi & 255,
    0,
    0,
  ])
  const exif = Buffer.concat([Buffer.from('Exif\0\0'), directory([[0x112, 3, 1, orientation]])])
  const frame = Buffer.from([8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0])
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, jfif),
    orientation > 0 ? segment(0xe1, exif) : Buffer.alloc(0),
    segment(0xc0, frame),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([1, 2, 0xff, 0, 3]),
    Buffer.from([0xff, 0xd9]),
  ])
}

/** A TIFF of uncompressed RGB; `more` adds entries to its directory. */
export function tiff(width: number, height: number, dpi = 300, more: readonly Entry[] = []): Uint8Array {
  const entries: Entry[] = [
    [256, 3, 1, width],
    [257, 3, 1, height],
    [258, 3, 1, 8],
    [259, 3, 1, 1],
    [262, 3, 1, 2],
    [273, 4, 1, 300],
    [277, 3, 1, 3],
    [278, 3, 1, height],
    [279, 4, 1, width * height * 3],
    [282, 5, 1, 280],
    [296, 3, 1, 2],
  ]
  const kept = entries.filter(([tag]) => !more.some(([other]) => other === tag))
  const head = Buffer.alloc(300)
  directory([...kept, ...more].sort(([one], [other]) => one - other)).copy(head)
  head.writeUInt32LE(dpi, 280)
  head.writeUInt32LE(1, 284)
  return Buffer.concat([head, Buffer.alloc(width * height * 4, 200)])
}

/** An entry of a TIFF directory: tag, type, count, value. */
type Entry = readonly [number, number, number, number]

/** A TIFF file of one directory, little-endian. */
function directory(entries: readonly Entry[]): Buffer {
  const bytes = Buffer.alloc(8 + 2 + entries.length * 12 + 4)
  bytes.write('II*\0', 'latin1')
  bytes.writeUInt32LE(8, 4)
  bytes.writeUInt16LE(entries.length, 8)
  entries.forEach(([tag, type, count, value], index) => {
    const at = 10 + index * 12
    bytes.writeUInt16LE(tag, at)
    bytes.writeUInt16LE(type, at + 2)
    bytes.writeUInt32LE(count, at + 4)
    bytes.writeUInt32LE(value, at + 8)
  })
  return bytes
}

export interface PdfPageSource {
  readonly content: string
  /** Further entries of the page, such as `/Rotate 90 /CropBox [10 10 110 60]`. */
  readonly entries?: string
}

/** A PDF with pages of 200 × 100 pt, which may use the standard font /F1. */
export function pdf(...pages: readonly PdfPageSource[]): Uint8Array {
  const kids = pages.map((_, index) => `${4 + index * 2} 0 R`).join(' ')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...pages.flatMap(({ content, entries = '' }, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Contents ${5 + index * 2} 0 R /Resources << ${content.includes('/F1') ? '/Font << /F1 3 0 R >>' : ''} >> ${entries} >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ]),
  ]
  let text = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const at = text.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const start = text.length
  const rows = offsets.map(at => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}

/** A GIF and a WebP of one pixel each. */
export const gif = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')
export const webp = Buffer.from('UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==', 'base64')
