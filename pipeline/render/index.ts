/** Stage 5: finished files. HTML from the tree, PDF from the pages. */
export type { Addresses } from './head/head-input.ts'
export { renderHtml } from './html.ts'
export { imagesBeside } from './images-beside.ts'
export { type IssueEntry, issueText, renderIssuePage } from './issue-page.ts'
export { renderPdf } from './pdf.ts'
