/**
 * A page of a PDF as a figure: pixels for the HTML edition, and the page itself for the PDF edition, where it
 * stays a drawing. The libraries for this are loaded with the first such figure.
 */
import type { PdfProblem } from '../../tools/pdf/pdfium.ts'
import { broken, type ImageSource, type ReadAsset, type Reading, type Remark } from './reading.ts'

/** CSS px per point. */
const px = 96 / 72

export async function readPdfFigure({ url, data, page }: ImageSource): Promise<Reading> {
  const [{ pdfReader }, { inspectPdf }, { tryFigure }, { pdfExpansionFault }] = await Promise.all([
    import('../../tools/pdf/pdfium.ts'),
    import('../../tools/pdf/inspect.ts'),
    import('../../tools/pdf/figures.ts'),
    import('../../tools/pdf/expansion.ts'),
  ])
  const fault = await pdfExpansionFault(data)
  if (fault !== undefined) {
    const reason = `Unexpected content of \`${url}\`: ${fault}`
    return broken(reason, 'Export the figure with fewer parts, or as PNG.')
  }
  const figure = (await pdfReader()).readPage(data, page)
  if ('problem' in figure) return { remarks: [remarkOn(figure, url, page)] }
  const asset: ReadAsset = {
    mediaType: 'image/png',
    data: figure.png,
    width: figure.width * px,
    height: figure.height * px,
  }
  try {
    await tryFigure(figure.alone)
    const { fonts } = await inspectPdf(figure.alone)
    const loose = [...new Set(fonts.flatMap(font => (font.isEmbedded ? [] : font.name)))]
    return {
      asset: { ...asset, page: figure.alone },
      remarks: loose.length === 0 ? [] : [looseFonts(url, loose)],
    }
  } catch (cause) {
    // In this case both editions print the pixels.
    const reason = `Unexpected structure of the PDF \`${url}\`, expected a page that can be put into another`
    return {
      asset,
      remarks: [{ rule: 'figure-broken', reason, note: 'It is printed as pixels. Export it again.', cause }],
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
        note: 'Without `#page=` the first page is taken.',
      }
    case 'broken':
      return {
        rule,
        reason: `Unexpected content of \`${url}\`, expected a PDF that can be read`,
        note: 'Export the figure again.',
      }
  }
}

/** The message about fonts that the PDF uses and does not contain. */
function looseFonts(url: string, fonts: readonly string[]): Remark {
  return {
    rule: 'figure-font',
    reason: `Unexpected font ${fonts.join(', ')} in \`${url}\`, expected fonts that are embedded in the PDF`,
    note: 'Readers will see letters of another font. Embed it: `cairo_pdf()` in R; or `gs -sDEVICE=pdfwrite -o embedded.pdf figure.pdf`.',
  }
}
