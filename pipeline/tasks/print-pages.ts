/**
 * The article's tree → its pages, printed: typesetting, printing and finishing of the PDF, and the checks of
 * both.
 */
import type { VFile } from 'vfile'
import { report } from '../model/diagnostics.ts'
import { renderPdf } from '../render/index.ts'
import type { FinishedPdf } from '../tools/pdf/index.ts'
import { type Pages, type TypesetInput, typeset } from '../typeset/index.ts'

export interface Printing {
  readonly pages: Pages
  /**
   * Finishes the PDF and reports lost pages. Later calls return the result of the first. Chromium may still
   * be printing when it is called.
   */
  readonly finish: () => Promise<FinishedPdf>
}

/**
 * Makes the pages and prints them. `onPrint` is called when the pages are made up and their printing begins.
 */
export async function printPages(input: TypesetInput, onPrint: () => void): Promise<Printing> {
  const { pages, sheet, check } = await typeset(input)
  onPrint()
  const printed = sheet.print()
  // The browser is needed for the checks, which run while the PDF is finished. Then it is closed. `finish`
  // waits for this, and throws the errors.
  const checked = printed.then(check).then(async () => await (await input.browser).close())
  checked.catch(() => {})
  let finished: Promise<FinishedPdf> | undefined
  const finish = async () => {
    const turned = pages.sheets.flatMap(({ isTurned }, index) => (isTurned ? [index] : []))
    const pdf = await renderPdf(printed, input.article, {
      turned,
      firstPage: pages.firstFolio,
      root: input.root,
    })
    await checked
    reportLostPages(input.file, pdf.pages, pages.sheets.length)
    return pdf
  }
  return {
    pages,
    finish: () => {
      finished ??= finish()
      return finished
    },
  }
}

function reportLostPages(file: VFile, printed: number, made: number): void {
  if (printed === made) return
  report(file, 'page-lost', {
    reason: `Unexpected number of pages: ${printed} were printed of ${made}`,
    note: 'This is a mistake of Offprint, not of the manuscript; please report it with the manuscript.',
  })
}
