/** Reads facts about a PDF: its metadata, fonts, outline and tags. Changes nothing. */
import { markArtifacts } from './artifacts.ts'
import { operatorsOf } from './content.ts'
import {
  ParseSpeeds,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFString,
} from './library.ts'
import { contentOf } from './page-content.ts'

interface PdfFont {
  /** The name with the prefix of a subset, such as `ABCDEF+STIXTwoText`; empty for a Type 3 font. */
  readonly name: string
  /** `CIDFontType2`, `CIDFontType0`, `TrueType`, `Type1` or `Type3`. */
  readonly subtype: string
  readonly isEmbedded: boolean
}

export interface PdfFacts {
  readonly pages: number
  /** The number that viewers show for the first page; undefined if the pages have no labels. */
  readonly firstPage: number | undefined
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
  const elements = [...elementsBelow(document.catalog.lookupMaybe(name('StructTreeRoot'), PDFDict))]
  const roles = elements.map(roleOf).sort()
  const structure: Record<string, number> = {}
  for (const role of roles) structure[role] = (structure[role] ?? 0) + 1
  const mark = document.catalog.lookupMaybe(name('MarkInfo'), PDFDict)
  return {
    pages: document.getPageCount(),
    firstPage: firstLabel(document.catalog.lookupMaybe(name('PageLabels'), PDFDict)),
    title: document.getTitle(),
    author: document.getAuthor(),
    language: textOf(document.catalog.lookup(name('Lang'))),
    isTagged: mark?.get(name('Marked'))?.toString() === 'true' && elements.length > 0,
    outline: [...titlesOf(document.catalog.lookupMaybe(name('Outlines'), PDFDict))],
    fonts: fontsOf(document),
    structure,
    alternatives: elements.flatMap(element => textOf(element.lookup(name('Alt'))) ?? []),
    unmarked: unmarkedIn(document),
  }
}

function firstLabel(labels: PDFDict | undefined): number | undefined {
  const start = labels?.lookup(name('Nums'), PDFArray).lookup(1, PDFDict).get(name('St'))?.toString()
  return start === undefined ? undefined : Number(start)
}

function* titlesOf(parent: PDFDict | undefined): Generator<string> {
  let item = parent?.lookupMaybe(name('First'), PDFDict)
  while (item) {
    yield textOf(item.lookup(name('Title'))) ?? ''
    yield* titlesOf(item)
    item = item.lookupMaybe(name('Next'), PDFDict)
  }
}

/** All elements of the structure tree, parents before children, in reading order. */
function* elementsBelow(parent: PDFDict | undefined): Generator<PDFDict> {
  const kids = parent?.lookup(name('K'))
  const items = kids instanceof PDFArray ? kids.asArray().map((_, index) => kids.lookup(index)) : [kids]
  for (const item of items) {
    if (!(item instanceof PDFDict) || !item.has(name('S'))) continue
    yield item
    yield* elementsBelow(item)
  }
}

function roleOf(element: PDFDict): string {
  return element.lookup(name('S'), PDFName).decodeText()
}

/** The number of painting operators outside of marked content, in pages and in their forms. */
function unmarkedIn(document: PDFDocument): number {
  const seen = new Set<PDFRawStream>()
  let unmarked = 0

  const formOf = (resources: PDFDict | undefined, form: string): PDFRawStream | undefined => {
    const object = resources?.lookupMaybe(name('XObject'), PDFDict)?.lookup(name(form.slice(1)))
    const isForm = object instanceof PDFRawStream && object.dict.get(name('Subtype')) === name('Form')
    return isForm ? object : undefined
  }

  /** True if the form contains marked content; then what is unmarked in it is counted too. */
  const countForm = (form: PDFRawStream | undefined): boolean => {
    if (!form) return false
    const content = contentOf(form)
    const inner = form.dict.lookupMaybe(name('Resources'), PDFDict)
    const isMarked = Array.from(operatorsOf(content)).some(
      operator =>
        operator.name === 'BDC' || (operator.name === 'Do' && countForm(formOf(inner, operator.operand))),
    )
    if (isMarked && !seen.has(form)) {
      seen.add(form)
      count(content, inner)
    }
    return isMarked
  }

  const count = (content: Uint8Array, resources: PDFDict | undefined): void => {
    unmarked += markArtifacts(content, form => countForm(formOf(resources, form))).unmarked
  }

  for (const page of document.getPages()) count(contentOf(page.node.Contents()), page.node.Resources())
  return unmarked
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
  return fonts.sort((first, second) => (first.name < second.name ? -1 : 1))
}

function textOf(value: unknown): string | undefined {
  const isText = value instanceof PDFString || value instanceof PDFHexString || value instanceof PDFName
  return isText ? value.decodeText() : undefined
}
