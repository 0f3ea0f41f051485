/** The printed edition: adds to Chromium's PDF what Chromium does not write. */
import type { Article } from '../model/article.ts'
import type { FinishedPdf, PdfMetadata } from '../tools/pdf/index.ts'

/**
 * Returns the finished PDF. `printed`: the PDF as Chromium writes it; while it is awaited, the finisher, a
 * large library, is loaded. `turned`: pages, counted from 0, that are to be rotated.
 */
export async function renderPdf(
  printed: Promise<Uint8Array>,
  article: Article,
  turned: readonly number[],
): Promise<FinishedPdf> {
  const [bytes, { finishPdf }] = await Promise.all([printed, import('../tools/pdf/index.ts')])
  const pages = [...article.assets.values()].flatMap(({ page }) => page ?? [])
  const figures = new Map(pages.map(({ number, data }) => [number, data]))
  return await finishPdf(bytes, pdfMetadata(article), { turned, figures })
}

function pdfMetadata({ metadata, contributors, work, language }: Article): PdfMetadata {
  const published = metadata.dates?.published
  return {
    title: work.title ?? '',
    authors: contributors.map(({ displayName }) => displayName),
    language,
    ...(metadata.keywords && { keywords: metadata.keywords }),
    ...(metadata.doi !== undefined && { doi: metadata.doi }),
    // Output depends on input alone: the date is the day of publication, never the day of the build.
    ...(published !== undefined && { created: new Date(published) }),
    producer: 'Offprint',
  }
}
