/**
 * A PDF file as Skia, Chromium's PDF writer, makes it: numbered objects, a cross-reference table, no object
 * streams, no encryption (ISO 32000-1, 7.5). Objects are found by their offsets; only those that are asked
 * for are read, and only those that changed are written anew.
 */
import { inflateSync } from 'node:zlib'
import { compress, FileWriter, type NumberedText, objectStream, type PdfStream } from './file-writer.ts'
import {
  integerOf,
  isDict,
  type PdfDict,
  type PdfValue,
  readValue,
  refNumber,
  refTo,
  valueText,
} from './values.ts'

/** The number of objects in one object stream: a reader must inflate all of them to find one. */
const streamSize = 200

/** What is between a stream's dictionary and its data (ISO 32000-1, 7.3.8.1). */
const streamBegin = /\s*stream\r?\n/y
const streamEnd = 'endstream'

interface Place {
  /** The offset of the object's value. */
  readonly start: number
  /** The offset of its `endobj`. */
  readonly end: number
}

export class PdfFile {
  readonly #bytes: Buffer
  readonly #text: string
  readonly #places: readonly (Place | undefined)[]
  /** Values that were read or set; streams that were set. */
  readonly #values = new Map<number, PdfValue>()
  readonly #streams = new Map<number, { readonly dict: PdfDict; readonly data: Promise<Uint8Array> }>()
  readonly #deleted = new Set<number>()
  #size: number
  readonly root: number
  readonly info: number

  /** Throws if the file has another form than Skia's. */
  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.#text = this.#bytes.toString('latin1')
    const { places, trailer } = readTable(this.#text)
    this.#places = places
    this.#size = places.length
    this.root = refNumber(trailer.get('Root')) ?? unexpected('a trailer without /Root')
    this.info = refNumber(trailer.get('Info')) ?? this.add(new Map())
  }

  /** The numbers of the objects whose text begins with `start`, as Skia writes it (`<</Type /Page\n`). */
  beginningWith(start: string): readonly number[] {
    const numbers: number[] = []
    for (const [number, place] of this.#places.entries()) {
      if (place && this.#text.startsWith(start, place.start)) numbers.push(number)
    }
    return numbers
  }

  /**
   * An object's value; `undefined` if there is no such object. If the caller changes the value, the file is
   * written with the change. Of a stream that was not set, the result is a copy of its dictionary.
   */
  get(number: number | undefined): PdfValue | undefined {
    if (number === undefined || this.#deleted.has(number)) return undefined
    const known = this.#streams.get(number)?.dict ?? this.#values.get(number)
    if (known !== undefined) return known
    const place = this.#places[number]
    if (!place) return undefined
    const { value } = readValue(this.#text, place.start)
    if (!this.#isStream(place)) this.#values.set(number, value)
    return value
  }

  /** A value; if it is a reference, the object that it refers to. */
  resolve(value: PdfValue | undefined): PdfValue | undefined {
    const number = refNumber(value)
    return number === undefined ? value : this.get(number)
  }

  dict(value: PdfValue | undefined): PdfDict | undefined {
    const resolved = this.resolve(value)
    return isDict(resolved) ? resolved : undefined
  }

  array(value: PdfValue | undefined): PdfValue[] | undefined {
    const resolved = this.resolve(value)
    return Array.isArray(resolved) ? resolved : undefined
  }

  set(number: number, value: PdfValue): void {
    this.#values.set(number, value)
  }

  /** The largest number of an object. */
  get lastNumber(): number {
    return this.#size - 1
  }

  /** Returns the number of the new object. */
  add(value: PdfValue): number {
    const number = this.reserve()
    this.set(number, value)
    return number
  }

  /** A number for an object that is set later. */
  reserve(): number {
    this.#size++
    return this.#size - 1
  }

  delete(number: number): void {
    this.#deleted.add(number)
  }

  /** A stream as it was read; `undefined` if the object is none. */
  stream(number: number | undefined): PdfStream | undefined {
    const place = number === undefined ? undefined : this.#places[number]
    if (!place || !this.#isStream(place)) return undefined
    const { value, end } = readValue(this.#text, place.start)
    streamBegin.lastIndex = end
    const length = isDict(value) ? integerOf(this.resolve(value.get('Length'))) : undefined
    if (!isDict(value) || length === undefined || !streamBegin.test(this.#text))
      unexpected('a stream without its length')
    const start = streamBegin.lastIndex
    return { dict: value, data: this.#bytes.subarray(start, start + length) }
  }

  /** What a stream contains; `undefined` if the object is no stream. Throws for filters other than Flate. */
  content(number: number | undefined): Uint8Array | undefined {
    const stream = this.stream(number)
    if (!stream) return undefined
    const filter = stream.dict.get('Filter')
    if (filter === undefined) return Buffer.from(stream.data)
    const name = Array.isArray(filter) && filter.length === 1 ? filter[0] : filter
    if (name !== '/FlateDecode' || stream.dict.has('DecodeParms')) unexpected('a filter of a content stream')
    return inflateSync(stream.data)
  }

  /**
   * Sets a stream whose data are compressed by other threads meanwhile. `dict`: without filter and length.
   */
  setContent(number: number, dict: PdfDict, content: Uint8Array): void {
    const data = compress(content)
    // An error is met where the file is written.
    data.catch(() => {})
    this.#streams.set(number, { dict: new Map(dict).set('Filter', '/FlateDecode'), data })
  }

  /** Sets a stream whose data stay as they are. */
  setStream(number: number, { dict, data }: PdfStream): void {
    this.#streams.set(number, { dict, data: Promise.resolve(data) })
  }

  /**
   * The bytes of the file as PDF 1.7, with object streams. `id`: the two halves of /ID, as written.
   */
  async write(id: string): Promise<Uint8Array> {
    const writer = new FileWriter()
    const others: NumberedText[] = []
    const last = this.#size
    for (let number = 1; number < last; number++) {
      if (this.#deleted.has(number)) continue
      const stream = this.#streams.get(number)
      const value = this.#values.get(number)
      const place = this.#places[number]
      if (stream) writer.stream(number, stream.dict, await stream.data)
      else if (value !== undefined) others.push({ number, text: valueText(value) })
      else if (place && this.#isStream(place))
        writer.object(number, this.#bytes.subarray(place.start, place.end))
      else if (place) others.push({ number, text: this.#text.slice(place.start, place.end).trimEnd() })
    }
    const groups: NumberedText[][] = []
    for (let at = 0; at < others.length; at += streamSize) groups.push(others.slice(at, at + streamSize))
    const compressed = await Promise.all(
      groups.map(async group => ({ group, ...(await objectStream(group)) })),
    )
    for (const { group, dict, data } of compressed) {
      const number = this.reserve()
      writer.stream(number, dict, data)
      writer.locate(number, group)
    }
    const trailer = { Root: refTo(this.root), Info: refTo(this.info), ID: `[${id} ${id}]` }
    return await writer.finish(this.reserve(), trailer)
  }

  #isStream({ end }: Place): boolean {
    return this.#text
      .slice(end - streamEnd.length - 2, end)
      .trimEnd()
      .endsWith(streamEnd)
  }
}

/** The places of the objects by their numbers, from the cross-reference table at the file's end. */
function readTable(text: string): { readonly places: (Place | undefined)[]; readonly trailer: PdfDict } {
  const [, at = ''] = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(text.slice(-100)) ?? []
  const head = /xref\s+0 (\d+)\s+/y
  head.lastIndex = Number(at)
  const size = Number(head.exec(text)?.[1] ?? unexpected('a file without a cross-reference table'))
  const offsets: number[] = []
  for (let number = 0; number < size; number++) {
    const row = head.lastIndex + number * 20
    // A row in use is "0000000016 00000 n".
    offsets.push(text[row + 17] === 'n' ? Number(text.slice(row, row + 10)) : 0)
  }
  const { value: trailer } = readValue(text, text.indexOf('trailer', head.lastIndex) + 'trailer'.length)
  if (!isDict(trailer) || trailer.has('Encrypt')) unexpected('a trailer')
  return { places: placesFrom(text, offsets, Number(at)), trailer }
}

/** An object ends before the object that begins next. */
function placesFrom(text: string, offsets: readonly number[], table: number): (Place | undefined)[] {
  const ascending = [...offsets.filter(offset => offset > 0), table].sort((a, b) => a - b)
  const next = new Map(ascending.map((offset, index) => [offset, ascending[index + 1] ?? table]))
  return offsets.map((offset, number) => {
    if (offset === 0) return undefined
    const label = `${number} 0 obj`
    if (!text.startsWith(label, offset)) return unexpected(`no object ${number} in its place`)
    return { start: offset + label.length + 1, end: text.lastIndexOf('endobj', next.get(offset)) }
  })
}

function unexpected(what: string): never {
  throw new Error(`Unexpected ${what}, expected a PDF as Chromium prints it`)
}
