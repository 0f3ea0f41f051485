/**
 * A page of a PDF as a figure: pixels for the web edition, and the page itself for the press, where it stays
 * a drawing. The libraries for it are loaded when the first such figure is met.
 */
import type { Asset } from '../../model/article.ts'
import type { PdfProblem } from '../../tools/pdf/pdfium.ts'
import type { ImageSource, Reading, Remark } from './reading.ts'

/** CSS px to a point. */
const PX = 96 / 72

export async function readPdfFigure({ url, data, page }: ImageSource): Promise<Reading> {
  const [{ pdfReader }, { inspectPdf, tryFigure }] = await Promise.all([
    import('../../tools/pdf/pdfium.ts'),
    import('../../tools/pdf/index.ts'),
  ])
  const made = (await pdfReader()).readPage(data, page)
  if ('problem' in made) return { remarks: [remarkOn(made, url, page)] }
  const asset: Asset = {
    mediaType: 'image/png',
    data: made.png,
    width: made.width * PX,
    height: made.height * PX,
  }
  try {
    await tryFigure(made.alone)
    const { fonts } = await inspectPdf(made.alone)
    const loose = [...new Set(fonts.flatMap(font => (font.isEmbedded ? [] : font.name)))]
    return {
      asset: { ...asset, page: { data: made.alone, number: 1 } },
      remarks: loose.length === 0 ? [] : [looseFonts(url, loose)],
    }
  } catch (cause) {
    // The picture of the page is better than none.
    const reason = `Unexpected structure of the PDF \`${url}\`, expected a page that can be put into another`
    return {
      asset,
      remarks: [{ rule: 'figure-broken', reason, note: 'It is printed as pixels; export it anew.', cause }],
    }
  }
}

function remarkOn(problem: PdfProblem, url: string, page: number): Remark {
  const rule = 'figure-broken'
  switch (problem.problem) {
    case 'password':
      return {
        rule,
        reason: `Unexpected password on the PDF \`${url}\`, expected a file that opens without one`,
        note: 'Save it without a password: `qpdf --decrypt --password=… locked.pdf figure.pdf`.',
      }
    case 'no-such-page':
      return {
        rule,
        reason: `Unexpected page ${page} of \`${url}\`, expected one from 1 to ${problem.pages}`,
        note: 'The first page is taken where none is named.',
      }
    case 'broken':
      return {
        rule,
        reason: `Unexpected content of \`${url}\`, expected a PDF that can be read`,
        note: 'Export the figure anew.',
      }
  }
}

function looseFonts(url: string, fonts: readonly string[]): Remark {
  return {
    rule: 'figure-font',
    reason: `Unexpected font ${fonts.join(', ')} in \`${url}\`, expected fonts that are embedded in the PDF`,
    note: 'Readers show letters of another font. Embed it: `cairo_pdf()` in R; or `gs -sDEVICE=pdfwrite -o embedded.pdf figure.pdf`.',
  }
}
