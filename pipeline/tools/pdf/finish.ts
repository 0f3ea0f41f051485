/**
 * The PDF that Chromium printed → the PDF that is published, with metadata, marked artifacts, a corrected
 * structure tree, described links, figures instead of placeholders, object streams, and a fixed identity.
 * Text, fonts, geometry and outline do not change.
 */
import { createHash } from 'node:crypto'
import { embedFigures, type PdfFigures } from './figures.ts'
import { flattenStructure } from './flatten.ts'
import { degrees, ParseSpeeds, PDFDocument, PDFHexString } from './library.ts'
import { describeLinks } from './links.ts'
import { type PdfMetadata, writeMetadata } from './metadata.ts'
import { markPages } from './pages.ts'
import { mendStructure } from './structure.ts'

/** A placeholder for the hash of the rest of the file. */
const blankHash = '0FF0'.repeat(8)

export interface FinishedPdf {
  readonly bytes: Uint8Array
  readonly pages: number
}

interface Finishing {
  /** The pages, from 0, whose content is turned by a quarter. */
  readonly turned?: readonly number[]
  readonly figures?: PdfFigures
}

/**
 * Finishes a PDF. `bytes`: a tagged PDF of Chromium. The same input gives the same bytes, and so do two
 * prints of a page by the same browser. Throws pdf-lib's error if `bytes` is not a PDF.
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
  // Runs after the marking, because a figure is marked as a whole by its place.
  await embedFigures(document, figures)
  for (const page of turned) document.getPage(page).setRotation(degrees(90))
  const id = PDFHexString.of(blankHash)
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

/** Writes both halves of /ID (ISO 32000-1, 14.4), in place: the hash of the file with blank halves. */
function identify(bytes: Uint8Array): void {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const hash = createHash('sha256').update(view).digest('hex').slice(0, blankHash.length).toUpperCase()
  const second = view.lastIndexOf(blankHash)
  const first = view.lastIndexOf(blankHash, second - 1)
  if (first < 0) throw new Error('Unexpected trailer without /ID, expected the one just written')
  for (const at of [first, second]) view.write(hash, at, 'latin1')
}
