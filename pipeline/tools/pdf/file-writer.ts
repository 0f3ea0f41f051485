/**
 * Writes a PDF file: objects one after another, object streams, and a cross-reference stream (ISO 32000-1,
 * 7.5.7, 7.5.8).
 */
import { promisify } from 'node:util'
import { deflate } from 'node:zlib'
import { dictOf, type PdfDict, valueText } from './values.ts'

/** zlib's level for streams: 6 makes the smallest file that is worth its time. */
const level = 6

export interface PdfStream {
  readonly dict: PdfDict
  /** As it is in the file, usually compressed. */
  readonly data: Uint8Array
}

/** Compresses a stream in another thread. */
export async function compress(content: Uint8Array): Promise<Uint8Array> {
  return await promisify(deflate)(content, { level })
}

/** Objects, one after another, and the table of their places (ISO 32000-1, 7.5.7, 7.5.8). */
export class FileWriter {
  readonly #parts: Uint8Array[] = []
  #length = 0
  /** Number → the row of the cross-reference stream. */
  readonly #rows = new Map<number, readonly [type: number, place: number, index: number]>()

  constructor() {
    // The comment has bytes above 127, which mark the file as binary.
    this.#put(Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1'))
  }

  /** `body`: the value as it stands in a file. */
  object(number: number, ...body: readonly Uint8Array[]): void {
    this.#rows.set(number, [1, this.#length, 0])
    this.#put(Buffer.from(`${number} 0 obj\n`), ...body, Buffer.from('\nendobj\n'))
  }

  stream(number: number, dict: PdfDict, data: Uint8Array): void {
    const head = valueText(new Map(dict).set('Length', String(data.length)))
    this.object(number, Buffer.from(`${head}\nstream\n`, 'latin1'), data, Buffer.from('\nendstream'))
  }

  /** Enters the objects of an object stream into the table. */
  locate(stream: number, objects: readonly NumberedText[]): void {
    for (const [index, { number }] of objects.entries()) this.#rows.set(number, [2, stream, index])
  }

  /** `number`: that of the cross-reference stream. Returns the file. */
  async finish(number: number, trailer: Readonly<Record<string, string>>): Promise<Uint8Array> {
    const start = this.#length
    this.#rows.set(number, [1, start, 0])
    const rowLength = 7
    const table = Buffer.alloc((number + 1) * rowLength)
    table.writeUInt16BE(0xffff, 5)
    for (const [object, [type, place, index]] of this.#rows) {
      table[object * rowLength] = type
      table.writeUInt32BE(place, object * rowLength + 1)
      table.writeUInt16BE(index, object * rowLength + 5)
    }
    const dict = dictOf({
      Type: '/XRef',
      Size: String(number + 1),
      W: '[1 4 2]',
      Filter: '/FlateDecode',
      ...trailer,
    })
    this.stream(number, dict, await compress(table))
    this.#put(Buffer.from(`startxref\n${start}\n%%EOF\n`))
    return Buffer.concat(this.#parts)
  }

  #put(...parts: readonly Uint8Array[]): void {
    this.#parts.push(...parts)
    for (const part of parts) this.#length += part.length
  }
}

export interface NumberedText {
  readonly number: number
  /** The value of the object as it stands in a file. */
  readonly text: string
}

/** Objects → the stream that contains them, compressed (ISO 32000-1, 7.5.7). */
export async function objectStream(objects: readonly NumberedText[]): Promise<PdfStream> {
  let offset = 0
  const index = objects.map(({ number, text }) => {
    const entry = `${number} ${offset}`
    offset += text.length + 1
    return entry
  })
  const head = `${index.join(' ')}\n`
  const content = Buffer.from(head + objects.map(({ text }) => text).join('\n'), 'latin1')
  const dict = dictOf({
    Type: '/ObjStm',
    N: String(objects.length),
    First: String(head.length),
    Filter: '/FlateDecode',
  })
  return { dict, data: await compress(content) }
}
