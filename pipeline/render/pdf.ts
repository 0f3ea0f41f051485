/** The printed edition: what Chromium leaves out of the PDF is put in by the finisher. */
import type { Article } from '../model/article.ts'
import type { FinishedPdf, PdfMetadata } from '../tools/pdf/index.ts'

/** `turned`: pages, from 0, that lie on their side. `printed`: as Chromium wrote it; the finisher, a large library, is loaded meanwhile. */
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
    authors: contributors.map(one => one.displayName),
    language,
    ...(metadata.keywords && { keywords: metadata.keywords }),
    ...(metadata.doi !== undefined && { doi: metadata.doi }),
    // Output is a function of input: the day of publication, never the day of the build.
    ...(published !== undefined && { created: new Date(published) }),
    producer: 'Offprint',
  }
}
