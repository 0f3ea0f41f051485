/** Stage 5: finished files. HTML from the tree, PDF from the pages. */
export { renderHtml } from './html.ts'
export { renderPdf } from './pdf.ts'
