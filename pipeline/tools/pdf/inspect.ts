/** Reads facts about a PDF: its metadata, fonts, outline and tags. Changes nothing. */
import { ParseSpeeds, PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from './library.ts'
import { markPages } from './pages.ts'
import { altOf, elementsOf } from './structure.ts'

interface PdfFont {
  /** The name with the prefix of a subset, such as `ABCDEF+STIXTwoText`; empty for a Type 3 font. */
  readonly name: string
  /** `CIDFontType2`, `CIDFontType0`, `TrueType`, `Type1` or `Type3`. */
  readonly subtype: string
  readonly isEmbedded: boolean
}

export interface PdfFacts {
  readonly pages: number
  readonly title: string | undefined
  readonly author: string | undefined
  readonly language: string | undefined
  readonly isTagged: boolean
  /** The titles of the outline, in order, without levels. */
  readonly outline: readonly string[]
  /** The fonts, sorted by name. */
  readonly fonts: readonly PdfFont[]
  /** Role → number of elements, sorted by role. */
  readonly structure: Readonly<Record<string, number>>
  /** The text alternatives, in reading order. */
  readonly alternatives: readonly string[]
  /** The number of painting operators outside of marked content; 0 in a finished PDF. */
  readonly unmarked: number
}

const name = (text: string) => PDFName.of(text)

/** Reads the facts about a PDF. Throws pdf-lib's error if `bytes` is not a PDF. */
export async function inspectPdf(bytes: Uint8Array): Promise<PdfFacts> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest })
  const elements = [...elementsOf(document)]
  const roles = elements.map(element => element.role).sort()
  const structure: Record<string, number> = {}
  for (const role of roles) structure[role] = (structure[role] ?? 0) + 1
  const mark = document.catalog.lookupMaybe(name('MarkInfo'), PDFDict)
  return {
    pages: document.getPageCount(),
    title: document.getTitle(),
    author: document.getAuthor(),
    language: textOf(document.catalog.lookup(name('Lang'))),
    isTagged: mark?.get(name('Marked'))?.toString() === 'true' && elements.length > 0,
    outline: [...titlesOf(document.catalog.lookupMaybe(name('Outlines'), PDFDict))],
    fonts: fontsOf(document),
    structure,
    alternatives: elements.flatMap(({ dict }) => altOf(dict) ?? []),
    unmarked: markPages(document, false),
  }
}

function* titlesOf(parent: PDFDict | undefined): Generator<string> {
  let item = parent?.lookupMaybe(name('First'), PDFDict)
  while (item) {
    yield textOf(item.lookup(name('Title'))) ?? ''
    yield* titlesOf(item)
    item = item.lookupMaybe(name('Next'), PDFDict)
  }
}

function fontsOf(document: PDFDocument): readonly PdfFont[] {
  const dicts = document.context
    .enumerateIndirectObjects()
    .flatMap(([, value]) => (value instanceof PDFDict ? value : []))
  const fonts = dicts.flatMap(dict => {
    const subtype = dict.lookup(name('Subtype'))
    const isFont = dict.lookup(name('Type')) === name('Font') && subtype instanceof PDFName
    // A composite font only wraps the font with the outlines.
    if (!isFont || subtype.decodeText() === 'Type0') return []
    const descriptor = dict.lookupMaybe(name('FontDescriptor'), PDFDict)
    const files = ['FontFile', 'FontFile2', 'FontFile3']
    const isEmbedded = subtype.decodeText() === 'Type3' || files.some(file => descriptor?.has(name(file)))
    return { name: textOf(dict.lookup(name('BaseFont'))) ?? '', subtype: subtype.decodeText(), isEmbedded }
  })
  return fonts.sort((one, other) => (one.name < other.name ? -1 : 1))
}

function textOf(value: unknown): string | undefined {
  const isText = value instanceof PDFString || value instanceof PDFHexString || value instanceof PDFName
  return isText ? value.decodeText() : undefined
}
