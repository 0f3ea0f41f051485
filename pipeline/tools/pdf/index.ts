/** The PDF finisher, which adds what Chromium leaves out of a tagged PDF. */
export { type FinishedPdf, finishPdf } from './finish.ts'
export type { PdfMetadata } from './metadata.ts'
