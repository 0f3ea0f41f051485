/** Stage 5: the finished files. HTML is made from the tree, PDF from the pages. */
export type { Addresses } from './head/head-input.ts'
export { renderHtml } from './html.ts'
export { imagesBeside } from './images-beside.ts'
export { type IssueEntry, issueBody, renderIssuePage } from './issue/index.ts'
export { renderPdf } from './pdf.ts'
