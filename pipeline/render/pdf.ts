/** The printed edition: adds to Chromium's PDF what Chromium does not write. */
import type { Nodes, Root } from 'hast'
import type { Article } from '../model/article.ts'
import { visit } from '../model/visit.ts'
import { type FinishedPdf, finishPdf, type PdfMetadata } from '../tools/pdf/index.ts'
import { type PdfPicture, pdfPicture } from '../tools/pictures/pdf-picture.ts'

export interface PrintedPages {
  /** Pages, counted from 0, that are to be rotated. */
  readonly turned: readonly number[]
  /** The printed number of the first page. */
  readonly firstPage: number
  /** The article's tree. */
  readonly root: Root
}

/** `printed`: the PDF as Chromium writes it. */
export async function renderPdf(
  printed: Promise<Uint8Array>,
  article: Article,
  { turned, firstPage, root }: PrintedPages,
): Promise<FinishedPdf> {
  const bytes = await printed
  const figures = new Map<number, Uint8Array>()
  const pictures = new Map<number, PdfPicture>()
  for (const { number, page, data } of article.assets.values()) {
    const picture = page ? undefined : pdfPicture(data)
    if (page) figures.set(number, page)
    if (picture) pictures.set(number, picture)
  }
  return await finishPdf(bytes, pdfMetadata(article), {
    turned,
    firstPage,
    headings: headingsOf(root),
    figures,
    pictures,
  })
}

function headingsOf(root: Root): readonly string[] {
  const headings: string[] = []
  visit(root, 'element', element => {
    if (/^h[1-6]$/.test(element.tagName)) headings.push(wordsOf(element))
  })
  return headings
}

/** The text of an element, with a space for the end of a line. */
function wordsOf(node: Nodes): string {
  if (node.type === 'text') return node.value
  if (node.type === 'element' && node.tagName === 'br') return ' '
  return 'children' in node ? node.children.map(wordsOf).join('') : ''
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
