/**
 * Marks artifacts in all content streams of a document, in pages and form XObjects. A form contains marked
 * content if Chromium painted a group (opacity, masks).
 */
import { deflateSync, inflateSync } from 'node:zlib'
import { markArtifacts } from './artifacts.ts'
import { operatorsOf } from './content.ts'
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFRawStream,
  PDFRef,
} from './library.ts'

/**
 * Counts the painting operators outside of marked content in all pages and forms. If `isMarking` is true,
 * marks them as artifacts.
 */
export function markPages(document: PDFDocument, isMarking: boolean): number {
  const { context } = document
  const seen = new Set<PDFRawStream>()
  let unmarked = 0

  /**
   * True if the form `name` contains marked content. The content of such a form outside of its marks is
   * marked as an artifact.
   */
  const isMarkedForm = (resources: PDFDict | undefined, name: string): boolean => {
    const forms = resources?.lookupMaybe(PDFName.of('XObject'), PDFDict)
    const form = forms?.lookup(PDFName.of(name.slice(1)))
    if (!(form instanceof PDFRawStream) || form.dict.get(PDFName.of('Subtype')) !== PDFName.of('Form'))
      return false
    const content = decoded(form)
    const inner = form.dict.lookupMaybe(PDFName.of('Resources'), PDFDict)
    const isMarked = Array.from(operatorsOf(content)).some(
      operator =>
        operator.name === 'BDC' || (operator.name === 'Do' && isMarkedForm(inner, operator.operand)),
    )
    if (isMarked && !seen.has(form)) {
      seen.add(form)
      const ref = context.getObjectRef(form)
      const marked = markArtifacts(content, inside => isMarkedForm(inner, inside))
      unmarked += marked.unmarked
      if (isMarking && ref && marked.content)
        context.assign(ref, streamOf(document, marked.content, form.dict))
    }
    return isMarked
  }

  for (const page of document.getPages()) {
    const content = contentOf(page.node.Contents())
    const marked = markArtifacts(content, name => isMarkedForm(page.node.Resources(), name))
    unmarked += marked.unmarked
    if (!isMarking || marked.content === undefined) continue
    const ref = page.node.get(PDFName.of('Contents'))
    const stream = streamOf(document, marked.content)
    if (ref instanceof PDFRef) context.assign(ref, stream)
    else page.node.set(PDFName.of('Contents'), context.register(stream))
  }
  return unmarked
}

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

/**
 * Compresses with Node's zlib, which needs a tenth of the time of pdf-lib's. The pinned Node fixes its
 * output.
 */
function streamOf(document: PDFDocument, content: Uint8Array, dict?: PDFDict): PDFRawStream {
  const stream = document.context.stream(deflateSync(content), { Filter: 'FlateDecode' })
  for (const [key, value] of dict?.entries() ?? []) {
    if (!stream.dict.has(key)) stream.dict.set(key, value)
  }
  return stream
}
