/**
 * Embeds figures that are pages of PDF files, with their vectors and fonts. Chromium printed a placeholder
 * for each; its image object becomes a form of the same size. No content stream changes, so the figure stays
 * inside the marked content of its text alternative.
 *
 *   9 0 obj <</Subtype /Image …>>   →   9 0 obj <</Subtype /Form /BBox … /Matrix (page → unit square)>>
 *
 * An image fills the unit square (ISO 32000-1, 8.9.5.1), and so does the form, by its matrix.
 */
import { deflateSync } from 'node:zlib'
import type { PdfFile } from './file.ts'
import {
  ParseSpeeds,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFObject,
  PDFObjectCopier,
  PDFRawStream,
} from './library.ts'
import { contentOf } from './page-content.ts'
import type { PdfFigures, Placeholders } from './placeholders.ts'
import { withoutMarks } from './unmark.ts'
import { isDict, readValue } from './values.ts'

const name = (text: string) => PDFName.of(text)

/**
 * Sets the graphics state of the beginning of a page (ISO 32000-1, 8.4). A form would inherit the state of
 * its place.
 */
const initialState = '0 g 0 G 1 w 0 J 0 j 10 M [] 0 d 0 Tc 0 Tw 100 Tz 0 TL 0 Tr 0 Ts\n'

/** `placeholders`: the image objects with the numbers of their figures. */
export async function embedFigures(
  file: PdfFile,
  placeholders: Placeholders,
  figures: PdfFigures,
): Promise<void> {
  const document = await PDFDocument.create({ updateMetadata: false })
  const { context } = document
  // The numbers of the figures' objects are free in the file.
  context.largestObjectNumber = file.lastNumber
  const first = file.lastNumber + 1
  for (const [object, number] of placeholders) {
    const data = figures.get(number)
    if (data) setObject(file, object, await formOf(document, data))
  }
  while (file.lastNumber < context.largestObjectNumber) file.reserve()
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    if (ref.objectNumber >= first) setObject(file, ref.objectNumber, object)
  }
}

function setObject(file: PdfFile, number: number, object: PDFObject): void {
  const isStream = object instanceof PDFRawStream
  const { value } = readValue((isStream ? object.dict : object).toString(), 0)
  if (isStream && isDict(value)) file.setStream(number, { dict: value, data: object.contents })
  else file.set(number, value)
}

/**
 * Checks a PDF file with a figure. Throws if `data` cannot be embedded, so that this is known before anything
 * is printed.
 */
export async function tryFigure(data: Uint8Array): Promise<void> {
  await formOf(await PDFDocument.create({ updateMetadata: false }), data)
}

async function formOf(document: PDFDocument, data: Uint8Array): Promise<PDFRawStream> {
  const { context } = document
  const source = await PDFDocument.load(data, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest })
  const page = source.getPage(0)
  const copier = PDFObjectCopier.for(source.context, context)
  const copy = (entry: PDFDict | undefined) => (entry ? copier.copy(entry) : context.obj({}))
  const resources = copy(page.node.Resources())
  unmarkForms(resources, new Set())
  const group = page.node.lookupMaybe(name('Group'), PDFDict)
  const box = visibleBox(page)
  const content = Buffer.concat([Buffer.from(initialState), withoutMarks(contentOf(page.node.Contents()))])
  return context.stream(deflateSync(content), {
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [box.left, box.bottom, box.left + box.width, box.bottom + box.height],
    Matrix: unitMatrix(box, page.getRotation().angle),
    Resources: resources,
    Filter: 'FlateDecode',
    ...(group && { Group: copy(group) }),
  })
}

interface Box {
  readonly left: number
  readonly bottom: number
  readonly width: number
  readonly height: number
}

/** The part of a page that viewers show: its crop box inside the media box (ISO 32000-1, 14.11.2). */
function visibleBox(page: ReturnType<PDFDocument['getPage']>): Box {
  const media = page.getMediaBox()
  const crop = page.getCropBox()
  const left = Math.max(media.x, crop.x)
  const bottom = Math.max(media.y, crop.y)
  const width = Math.min(media.x + media.width, crop.x + crop.width) - left
  const height = Math.min(media.y + media.height, crop.y + crop.height) - bottom
  const isSeen = width > 0 && height > 0
  return isSeen
    ? { left, bottom, width, height }
    : { left: media.x, bottom: media.y, width: media.width, height: media.height }
}

/** The matrix from the page to the unit square. `angle`: the value of /Rotate, clockwise. */
function unitMatrix({ left, bottom, width, height }: Box, angle: number): readonly number[] {
  const [x, y] = [left / width, bottom / height]
  switch (((angle % 360) + 360) % 360) {
    case 90:
      return [0, -1 / width, 1 / height, 0, -y, 1 + x]
    case 180:
      return [-1 / width, 0, 0, -1 / height, 1 + x, 1 + y]
    case 270:
      return [0, 1 / width, -1 / height, 0, 1 + y, -x]
    default:
      return [1 / width, 0, 0, 1 / height, -x, -y]
  }
}

/** Removes the marks of the figure's own document, whose structure tree is not embedded. */
function unmarkForms(resources: PDFDict, seen: Set<PDFRawStream>): void {
  resources.delete(name('Properties'))
  const forms = resources.lookupMaybe(name('XObject'), PDFDict)
  for (const key of forms?.keys() ?? []) {
    const form = forms?.lookup(key)
    if (!(form instanceof PDFRawStream) || seen.has(form)) continue
    seen.add(form)
    for (const entry of ['StructParent', 'StructParents', 'Metadata', 'PieceInfo'])
      form.dict.delete(name(entry))
    if (form.dict.get(name('Subtype')) !== name('Form')) continue
    const inner = form.dict.lookupMaybe(name('Resources'), PDFDict)
    if (inner) unmarkForms(inner, seen)
    const content = contentOf(form)
    const unmarked = withoutMarks(content)
    const ref = unmarked.length === content.length ? undefined : resources.context.getObjectRef(form)
    if (!ref) continue
    const stream = resources.context.stream(deflateSync(unmarked), { Filter: 'FlateDecode' })
    for (const [entry, value] of form.dict.entries()) {
      if (!stream.dict.has(entry) && entry !== name('DecodeParms')) stream.dict.set(entry, value)
    }
    resources.context.assign(ref, stream)
  }
}
