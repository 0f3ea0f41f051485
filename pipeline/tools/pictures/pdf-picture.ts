/**
 * Pictures whose compressed pixels can stand in a PDF as they are (ISO 32000-1, 7.4.4.4, 7.4.8): the rows of
 * a PNG, a whole JPEG. Chromium is given a placeholder for each, so that it neither decodes nor compresses
 * them.
 */
import { inflateSync } from 'node:zlib'
import { dictOf, type PdfDict } from '../pdf/values.ts'

export interface PdfPicture {
  /** The entries of the image, without its colour space. */
  readonly dict: PdfDict
  /**
   * The meaning of the samples: red, green and blue, or places in a palette, which has three bytes for each
   * colour. A grey picture has a palette of greys.
   */
  readonly colours: 'rgb' | { readonly palette: Uint8Array }
  /** The compressed samples. */
  readonly data: Uint8Array
}

/** Pictures are asked for when pages are set and again when the PDF is finished. */
const known = new WeakMap<Uint8Array, PdfPicture | false>()

/**
 * `data`: a picture file. Undefined if a browser has to decode it: other formats, transparency, colour
 * profiles, interlaced or damaged pictures, photographs with a rotation.
 */
export function pdfPicture(data: Uint8Array): PdfPicture | undefined {
  const picture = known.get(data) ?? pngPicture(data) ?? jpegPicture(data) ?? false
  known.set(data, picture)
  return picture === false ? undefined : picture
}

const pngSignature = 0x89504e47
/** Colour type of PNG (ISO/IEC 15948, 11.2.2) → samples for each pixel; the types without transparency. */
const pngChannels = new Map([
  [0, 1],
  [2, 3],
  [3, 1],
])
/** Chunks that do not change how the pixels look. */
const plainChunks: ReadonlySet<string> = new Set(
  'IHDR PLTE IDAT IEND sRGB pHYs tEXt zTXt iTXt tIME bKGD hIST sBIT oFFs'.split(' '),
)

function pngPicture(data: Uint8Array): PdfPicture | undefined {
  const file = Buffer.from(data.buffer, data.byteOffset, data.byteLength)
  if (file.length < 57 || file.readUInt32BE(0) !== pngSignature) return undefined
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)]
  const [depth = 0, type = 0, , , interlace] = file.subarray(24, 29)
  const channels = pngChannels.get(type)
  if (channels === undefined || depth > 8 || interlace !== 0) return undefined

  const rows: Uint8Array[] = []
  let palette: Uint8Array = greys(depth)
  for (const { name, content } of chunksOf(file)) {
    if (!plainChunks.has(name)) return undefined
    if (name === 'PLTE' && type === 3) palette = content
    if (name === 'IDAT') rows.push(content)
  }
  const samples = Buffer.concat(rows)
  // Each row begins with the byte of its filter.
  const rowLength = 1 + Math.ceil((width * channels * depth) / 8)
  if (inflatedLength(samples) !== rowLength * height) return undefined
  return {
    dict: dictOf({
      ...imageEntries(width, height, depth),
      Filter: '/FlateDecode',
      DecodeParms: dictOf({
        Predictor: '15',
        Colors: String(channels),
        BitsPerComponent: String(depth),
        Columns: String(width),
      }),
    }),
    colours: type === 2 ? 'rgb' : { palette },
    data: samples,
  }
}

interface PngChunk {
  readonly name: string
  readonly content: Uint8Array
}

function* chunksOf(file: Buffer): Generator<PngChunk> {
  for (let at = 8; at + 12 <= file.length; ) {
    const length = file.readUInt32BE(at)
    const name = file.toString('latin1', at + 4, at + 8)
    yield { name, content: file.subarray(at + 8, at + 8 + length) }
    if (name === 'IEND') return
    at += 12 + length
  }
}

/** Undefined for damaged data. */
function inflatedLength(data: Uint8Array): number | undefined {
  try {
    return inflateSync(data).length
  } catch {
    return undefined
  }
}

/** Start of frame: baseline, extended and progressive, with Huffman codes (ITU-T T.81, table B.1). */
const framesOfJpeg: ReadonlySet<number> = new Set([0xc0, 0xc1, 0xc2])
/** JFIF's APP0, the tables, and comments: what does not change how the pixels look. */
const plainSegments: ReadonlySet<number> = new Set([0xe0, 0xdb, 0xc4, 0xdd, 0xfe])

function jpegPicture(data: Uint8Array): PdfPicture | undefined {
  if (data[0] !== 0xff || data[1] !== 0xd8) return undefined
  const file = Buffer.from(data.buffer, data.byteOffset, data.byteLength)
  for (let at = 2; at + 10 <= file.length; at += 2 + file.readUInt16BE(at + 2)) {
    if (file[at] !== 0xff) return undefined
    const marker = file[at + 1] ?? 0
    if (framesOfJpeg.has(marker)) {
      const [depth, channels] = [file[at + 4], file[at + 9]]
      if (depth !== 8 || (channels !== 1 && channels !== 3)) return undefined
      const [height, width] = [file.readUInt16BE(at + 5), file.readUInt16BE(at + 7)]
      return {
        dict: dictOf({ ...imageEntries(width, height, depth), Filter: '/DCTDecode' }),
        colours: channels === 3 ? 'rgb' : { palette: greys(depth) },
        data,
      }
    }
    if (!plainSegments.has(marker)) return undefined
  }
  return undefined
}

function imageEntries(width: number, height: number, depth: number) {
  return {
    Type: '/XObject',
    Subtype: '/Image',
    Width: String(width),
    Height: String(height),
    BitsPerComponent: String(depth),
  }
}

/** Black to white, in as many steps as a sample of `depth` bits has. */
function greys(depth: number): Uint8Array {
  const last = 2 ** Math.min(depth, 8) - 1
  return Uint8Array.from({ length: 3 * (last + 1) }, (_, at) => Math.round((Math.floor(at / 3) * 255) / last))
}
