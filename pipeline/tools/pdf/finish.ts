/**
 * The PDF that Chromium printed → the PDF that is published, with metadata, marked artifacts, a corrected
 * structure tree, described links, whole titles in the outline, figures instead of placeholders, object
 * streams, and a fixed identity. Text, fonts and geometry do not change.
 */
import { createHash } from 'node:crypto'
import { PdfFile } from './file.ts'
import { describeLinks } from './links.ts'
import { type PdfMetadata, writeMetadata } from './metadata.ts'
import { spaceTitles } from './outline.ts'
import { labelPages, markPages, pageNumbers } from './pages.ts'
import { embedPictures, type PdfFigures, type PdfPictures, placeholdersOf } from './placeholders.ts'
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
  /** The printed number of the first page, if it is not 1. */
  readonly firstPage?: number
  /** The texts of the headings, for the outline. */
  readonly headings?: readonly string[]
  /** What replaces placeholders. */
  readonly figures?: PdfFigures
  readonly pictures?: PdfPictures
}

/**
 * `bytes`: a tagged PDF of Chromium. The same input gives the same bytes, and so do two prints of a page by
 * the same browser. Throws if `bytes` is not such a PDF.
 */
export async function finishPdf(
  bytes: Uint8Array,
  metadata: PdfMetadata,
  { turned = [], firstPage = 1, headings = [], figures = new Map(), pictures = new Map() }: Finishing = {},
): Promise<FinishedPdf> {
  const file = new PdfFile(bytes)
  const pages = pageNumbers(file)
  // First, because the pages are compressed by other threads meanwhile.
  markPages(file, pages)
  mendStructure(file)
  describeLinks(file)
  spaceTitles(file, headings)
  for (const page of turned) file.dict(file.get(pages[page]))?.set('Rotate', '90')
  writeMetadata(file, metadata)
  labelPages(file, firstPage)
  const placeholders = figures.size + pictures.size > 0 ? placeholdersOf(file) : []
  embedPictures(file, placeholders, pictures)
  if (figures.size > 0) {
    // pdf-lib, which reads the figures, is large.
    const { embedFigures } = await import('./figures.ts')
    await embedFigures(file, placeholders, figures)
  }
  const finished = await file.write(`<${blankHash}>`)
  identify(finished)
  return { bytes: finished, pages: pages.length }
}

/** Writes both halves of /ID (ISO 32000-1, 14.4), in place: the hash of the file with blank halves. */
function identify(bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const hash = createHash('sha256').update(file).digest('hex').slice(0, blankHash.length).toUpperCase()
  const second = file.lastIndexOf(blankHash)
  const first = file.lastIndexOf(blankHash, second - 1)
  if (first < 0) throw new Error('Unexpected trailer without /ID, expected the one just written')
  for (const at of [first, second]) file.write(hash, at, 'latin1')
}
