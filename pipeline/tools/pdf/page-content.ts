/** The content of pages and forms in a document of pdf-lib. */
import { inflateSync } from 'node:zlib'
import { decodePDFRawStream, PDFArray, PDFName, PDFRawStream } from './library.ts'

/** The decoded content of a page or form; the streams of an array are joined with line ends. */
export function contentOf(contents: unknown): Uint8Array {
  if (contents instanceof PDFRawStream) return decoded(contents)
  if (!(contents instanceof PDFArray)) return new Uint8Array()
  const streams = contents.asArray().map((_, index) => contents.lookup(index))
  return Buffer.concat(streams.flatMap(stream => [contentOf(stream), Buffer.from('\n')]))
}

function decoded(stream: PDFRawStream): Uint8Array {
  const filter = stream.dict.lookup(PDFName.of('Filter'))
  if (filter === PDFName.of('FlateDecode') && !stream.dict.has(PDFName.of('DecodeParms'))) {
    return inflateSync(stream.contents)
  }
  return filter === undefined ? stream.contents : decodePDFRawStream(stream).decode()
}
