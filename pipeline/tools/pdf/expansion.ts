/**
 * Whether a PDF draws too much, counted before it is drawn: content that is huge when decompressed, forms
 * that draw forms many times over, pages that are their own parents, tiles that are too small.
 */
import { inflateSync } from 'node:zlib'
import { operatorsOf } from './content.ts'
import { ParseSpeeds, PDFDict, PDFDocument, PDFName, PDFRawStream } from './library.ts'

/** Limits that no figure reaches. A tile in units of its pattern. */
const most = { bytes: 40_000_000, forms: 100_000, depth: 200 }
const smallestTile = 0.01

const name = (text: string) => PDFName.of(text)

/** The reason in words; undefined if nothing is wrong, or if the file cannot be read this way. */
export async function pdfExpansionFault(bytes: Uint8Array): Promise<string | undefined> {
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
  const contents = new Map<PDFRawStream, Uint8Array>()
  let left = most.bytes
  for (const stream of streams) {
    const content = contentWithin(stream, left)
    if (!content) return `its drawing has more than ${most.bytes / 1e6} MB when it is decompressed`
    contents.set(stream, content)
    left -= content.length
  }
  return formsFault(contents)
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

/** The content, if it has at most `maximum` bytes. Content in other filters is not looked into. */
function contentWithin({ dict, contents }: PDFRawStream, maximum: number): Uint8Array | undefined {
  const filter = dict
    .lookup(name('Filter'))
    ?.toString()
    .replace(/[[\]\s]/g, '')
  if (filter === undefined) return contents.length <= maximum ? contents : undefined
  if (filter !== '/FlateDecode') return new Uint8Array()
  try {
    return inflateSync(contents, { maxOutputLength: Math.max(1, maximum) })
  } catch (error) {
    const isTooLong = error instanceof RangeError
    return isTooLong ? undefined : new Uint8Array()
  }
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
