/**
 * From the PDF that Chromium printed to the one that is published: metadata, marked artifacts, a mended
 * structure tree, described links, figures in place of their placeholders, object streams, and a fixed
 * identity. Text, fonts, geometry and outline stay as they are.
 */
import { createHash } from 'node:crypto'
import { embedFigures, type PdfFigures } from './figures.ts'
import { flattenStructure } from './flatten.ts'
import { degrees, ParseSpeeds, PDFDocument, PDFHexString } from './library.ts'
import { describeLinks } from './links.ts'
import { type PdfMetadata, writeMetadata } from './metadata.ts'
import { markPages } from './pages.ts'
import { mendStructure } from './structure.ts'

/** Stands where the hash of everything else will stand. */
const PLACEHOLDER = '0FF0'.repeat(8)

export interface FinishedPdf {
  readonly bytes: Uint8Array
  readonly pages: number
}

export interface Finishing {
  /** The pages, from 0, that are read from their right side. */
  readonly turned?: readonly number[]
  readonly figures?: PdfFigures
}

/**
 * `bytes`: a tagged PDF of Chromium. The same bytes and metadata give the same bytes again, and so do two
 * prints of one page by one browser. Throws what pdf-lib throws for bytes that are no PDF.
 */
export async function finishPdf(
  bytes: Uint8Array,
  metadata: PdfMetadata,
  { turned = [], figures = new Map() }: Finishing = {},
): Promise<FinishedPdf> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest })
  writeMetadata(document, metadata)
  flattenStructure(document)
  mendStructure(document)
  describeLinks(document)
  markPages(document, true)
  // After the marking: what is inside a figure is marked by its place.
  await embedFigures(document, figures)
  for (const page of turned) document.getPage(page).setRotation(degrees(90))
  const id = PDFHexString.of(PLACEHOLDER)
  document.context.trailerInfo.ID = document.context.obj([id, id])
  const finished = await document.save({
    useObjectStreams: true,
    addDefaultPage: false,
    updateFieldAppearances: false,
    objectsPerTick: Number.POSITIVE_INFINITY,
  })
  identify(finished)
  return { bytes: finished, pages: document.getPageCount() }
}

/** Both halves of /ID (ISO 32000-1, 14.4), from the hash of the file with the halves still blank; in place. */
function identify(bytes: Uint8Array): void {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const hash = createHash('sha256').update(view).digest('hex').slice(0, PLACEHOLDER.length).toUpperCase()
  const second = view.lastIndexOf(PLACEHOLDER)
  const first = view.lastIndexOf(PLACEHOLDER, second - 1)
  if (first < 0) throw new Error('Unexpected trailer without /ID, expected the one just written')
  for (const at of [first, second]) view.write(hash, at, 'latin1')
}
