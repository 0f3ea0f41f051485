/**
 * Pictures whose compressed pixels can be put into a PDF as they are (ISO 32000-1, 7.4.4.4): the rows of a
 * PNG. Chromium is given a placeholder for each, so that it neither decodes nor compresses them. JPEGs are
 * left to the browser, which puts them into the PDF unchanged, and finds the damaged ones.
 */
import { crc32, inflateSync } from 'node:zlib'
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
 * profiles, more than eight bits a sample, interlaced or damaged pictures.
 */
export function pdfPicture(data: Uint8Array): PdfPicture | undefined {
  const picture = known.get(data) ?? pngPicture(data) ?? false
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

/** The filter of Paeth. */
const lastFilter = 4

function pngPicture(data: Uint8Array): PdfPicture | undefined {
  const file = Buffer.from(data.buffer, data.byteOffset, data.byteLength)
  if (file.length < 57 || file.readUInt32BE(0) !== pngSignature) return undefined
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)]
  const [depth = 0, type = 0, , , interlace] = file.subarray(24, 29)
  const channels = pngChannels.get(type)
  if (channels === undefined || depth > 8 || interlace !== 0) return undefined

  const rows: Uint8Array[] = []
  let palette: Uint8Array = greys(depth)
  for (const { name, content, isSound } of chunksOf(file)) {
    if (!plainChunks.has(name) || !isSound) return undefined
    if (name === 'PLTE' && type === 3) palette = content
    if (name === 'IDAT') rows.push(content)
  }
  const samples = Buffer.concat(rows)
  const rowLength = 1 + Math.ceil((width * channels * depth) / 8)
  if (!hasRows(samples, rowLength, height)) return undefined
  return {
    dict: dictOf({
      Type: '/XObject',
      Subtype: '/Image',
      Width: String(width),
      Height: String(height),
      BitsPerComponent: String(depth),
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
  /** Whether the check sum is right. */
  readonly isSound: boolean
}

function* chunksOf(file: Buffer): Generator<PngChunk> {
  for (let at = 8; at + 12 <= file.length; ) {
    const length = file.readUInt32BE(at)
    const name = file.toString('latin1', at + 4, at + 8)
    const end = at + 8 + length
    const isSound = end + 4 <= file.length && crc32(file.subarray(at + 4, end)) === file.readUInt32BE(end)
    yield { name, content: file.subarray(at + 8, end), isSound }
    if (name === 'IEND') return
    at += 12 + length
  }
}

/** Whether compressed data are as many rows, each with a filter that PNG knows (ISO/IEC 15948, 9.2). */
function hasRows(samples: Uint8Array, rowLength: number, height: number): boolean {
  try {
    const length = rowLength * height
    // In one chunk, which is not copied. One byte more than expected is enough to know that it is too much.
    const rows = inflateSync(samples, { chunkSize: Math.max(64, length + 1), maxOutputLength: length + 1 })
    if (rows.length !== length) return false
    for (let at = 0; at < rows.length; at += rowLength) if ((rows[at] ?? 0) > lastFilter) return false
    return true
  } catch {
    return false
  }
}

/** Black to white, in as many steps as a sample of `depth` bits has. */
function greys(depth: number): Uint8Array {
  const last = 2 ** Math.min(depth, 8) - 1
  return Uint8Array.from({ length: 3 * (last + 1) }, (_, at) => Math.round((Math.floor(at / 3) * 255) / last))
}
