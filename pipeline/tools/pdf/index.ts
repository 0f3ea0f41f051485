/**
 * The PDF finisher, which adds what Chromium leaves out of a tagged PDF, and a reader of facts about a PDF
 * for tests. Load this folder only when it is needed: pdf-lib is large.
 */
export { tryFigure } from './figures.ts'
export { type FinishedPdf, finishPdf } from './finish.ts'
export { inspectPdf, type PdfFacts } from './inspect.ts'
export type { PdfMetadata } from './metadata.ts'
