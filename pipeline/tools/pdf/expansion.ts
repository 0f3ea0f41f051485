/**
 * Whether a PDF draws too much, counted before it is drawn: content that is huge when decompressed, forms
 * that draw forms many times over, pages that are their own parents, tiles that are too small.
 */
import { operatorsOf } from './content.ts'
import { decodedLength, inflatedWithin } from './decoded-length.ts'
import { ParseSpeeds, PDFDict, PDFDocument, PDFName, PDFRawStream } from './library.ts'

/** Limits that no figure reaches. `pixels`: of a picture inside the figure. */
export const most = { bytes: 40_000_000, forms: 100_000, depth: 200, pixels: 120_000_000 }
/** The side of a tile, in units of its pattern. */
const smallestTile = 0.01

const name = (text: string) => PDFName.of(text)

/** The reason in words; undefined if nothing is wrong, or if the file cannot be read this way. */
export async function pdfExpansionFault(bytes: Uint8Array): Promise<string | undefined> {
  if (hasLongObjectStreams(bytes)) return tooLong
  const document = await PDFDocument.load(bytes, {
    updateMetadata: false,
    parseSpeed: ParseSpeeds.Fastest,
    throwOnInvalidObject: false,
  }).catch(() => undefined)
  if (!document) return undefined
  const objects = document.context.enumerateIndirectObjects().map(([, object]) => object)
  if (objects.some(object => object instanceof PDFDict && isItsOwnParent(object)))
    return 'a page of it is its own parent'
  const streams = objects.filter(object => object instanceof PDFRawStream).filter(isContent)
  if (streams.some(({ dict }) => hasTinyTiles(dict))) return 'its patterns have tiles that are too small'
  if (objects.some(object => object instanceof PDFRawStream && hasHugePicture(object)))
    return `a picture in it has more than ${most.pixels / 1e6} million pixels, or is compressed too often`
  const contents = new Map<PDFRawStream, Uint8Array>()
  let left = most.bytes
  for (const stream of streams) {
    const decoded = contentWithin(stream, left)
    if (!decoded) return tooLong
    contents.set(stream, decoded.content)
    left -= decoded.length
  }
  return formsFault(contents)
}

const tooLong = `its drawing has more than ${most.bytes / 1e6} MB when it is decompressed`

/** Whether streams of objects, which are decompressed when a file is opened, are too long together. */
function hasLongObjectStreams(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let left = most.bytes
  for (let at = file.indexOf('/ObjStm'); at >= 0; at = file.indexOf('/ObjStm', at + 1)) {
    const stream = file.indexOf('stream', at)
    const start = file.indexOf('\n', stream) + 1
    if (stream < 0 || start === 0) return false
    const end = file.indexOf('endstream', start)
    const content = inflatedWithin(file.subarray(start, end < 0 ? file.length : end), left)
    if (!content) return true
    left -= content.length
  }
  return false
}

/** Whether the pixels of a picture are too many, by its size or after decompression. */
function hasHugePicture({ dict, contents }: PDFRawStream): boolean {
  if (dict.lookup(name('Subtype')) !== name('Image')) return false
  const [width = 0, height = 0] = ['Width', 'Height'].map(key =>
    Number(dict.lookup(name(key))?.toString() ?? 0),
  )
  // The last filter is decoded row by row, as far as the picture's size.
  const others = filtersOf(dict).slice(0, -1)
  return width * height > most.pixels || decodedLength(contents, others, most.pixels) > most.pixels
}

/** The names of the filters, in the order in which they decode. */
function filtersOf(dict: PDFDict): readonly string[] {
  return (
    dict
      .lookup(name('Filter'))
      ?.toString()
      .match(/\/[^\s/[\]]+/g) ?? []
  )
}

function isItsOwnParent(dict: PDFDict): boolean {
  const seen = new Set<PDFDict>()
  let parent: PDFDict | undefined = dict.has(name('Kids')) || isPage(dict) ? dict : undefined
  while (parent && seen.size < most.depth) {
    if (seen.has(parent)) return true
    seen.add(parent)
    const next = parent.lookup(name('Parent'))
    parent = next instanceof PDFDict ? next : undefined
  }
  return parent !== undefined
}

function isPage(dict: PDFDict): boolean {
  return dict.get(name('Type')) === name('Page')
}

/** True for what holds operators: pages, forms and patterns, not pictures, fonts or data. */
function isContent({ dict }: PDFRawStream): boolean {
  const subtype = dict.lookup(name('Subtype'))
  if (subtype !== undefined) return subtype === name('Form')
  const type = dict.lookup(name('Type'))
  return (
    (type === undefined || type === name('Pattern')) && !dict.has(name('Length1')) && !dict.has(name('N'))
  )
}

function hasTinyTiles(dict: PDFDict): boolean {
  const steps = ['XStep', 'YStep'].map(key => Math.abs(Number(dict.lookup(name(key))?.toString() ?? 'NaN')))
  return steps.some(step => step < smallestTile)
}

/** The content, if it has at most `maximum` bytes; in rare filters it is empty, and has only a length. */
function contentWithin(
  { dict, contents }: PDFRawStream,
  maximum: number,
): { readonly content: Uint8Array; readonly length: number } | undefined {
  const filters = filtersOf(dict)
  const isUsual = filters.length === 0 || (filters.length === 1 && filters[0] === '/FlateDecode')
  if (!isUsual) {
    const length = decodedLength(contents, filters, maximum)
    return length > maximum ? undefined : { content: new Uint8Array(), length }
  }
  const content = filters.length === 0 ? contents : inflatedWithin(contents, maximum)
  return content && content.length <= maximum ? { content, length: content.length } : undefined
}

function formsFault(contents: ReadonlyMap<PDFRawStream, Uint8Array>): string | undefined {
  const known = new Map<PDFRawStream, number>()
  const open = new Set<PDFRawStream>()
  const formsIn = (stream: PDFRawStream): number => {
    const cached = known.get(stream)
    if (cached !== undefined || open.has(stream) || open.size > most.depth) return cached ?? 0
    open.add(stream)
    const resources = stream.dict.lookup(name('Resources'))
    const forms = resources instanceof PDFDict ? resources.lookup(name('XObject')) : undefined
    let drawn = 0
    for (const { operand } of forms instanceof PDFDict
      ? operatorsOf(contents.get(stream) ?? new Uint8Array())
      : []) {
      const form =
        operand === '' || !(forms instanceof PDFDict) ? undefined : forms.lookup(name(operand.slice(1)))
      if (form instanceof PDFRawStream && contents.has(form)) drawn += 1 + formsIn(form)
    }
    open.delete(stream)
    known.set(stream, drawn)
    return drawn
  }
  const isTooMany = [...contents.keys()].some(stream => formsIn(stream) > most.forms)
  return isTooMany ? `its forms draw each other more than ${most.forms} times` : undefined
}
