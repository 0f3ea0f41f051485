/** The printed edition: adds to Chromium's PDF what Chromium does not write. */
import type { Article } from '../model/article.ts'
import { type FinishedPdf, finishPdf, type PdfMetadata } from '../tools/pdf/index.ts'
import { type PdfPicture, pdfPicture } from '../tools/pictures/pdf-picture.ts'

export interface PrintedPages {
  /** Pages, counted from 0, that are to be rotated. */
  readonly turned: readonly number[]
  /** The printed number of the first page. */
  readonly firstPage: number
}

/** `printed`: the PDF as Chromium writes it. */
export async function renderPdf(
  printed: Promise<Uint8Array>,
  article: Article,
  { turned, firstPage }: PrintedPages,
): Promise<FinishedPdf> {
  const bytes = await printed
  const figures = new Map<number, Uint8Array>()
  const pictures = new Map<number, PdfPicture>()
  for (const { number, page, data } of article.assets.values()) {
    const picture = page ? undefined : pdfPicture(data)
    if (page) figures.set(number, page)
    if (picture) pictures.set(number, picture)
  }
  return await finishPdf(bytes, pdfMetadata(article), { turned, firstPage, figures, pictures })
}

function pdfMetadata({ metadata, contributors, work, name, language }: Article): PdfMetadata {
  const published = metadata.dates?.published
  return {
    title: work.title || name,
    authors: contributors.map(({ displayName }) => displayName),
    language,
    ...(metadata.keywords && { keywords: metadata.keywords }),
    ...(metadata.doi !== undefined && { doi: metadata.doi }),
    // Output depends on input alone: the date is the day of publication, never the day of the build.
    ...(published !== undefined && { created: new Date(published) }),
    producer: 'Offprint',
  }
}
