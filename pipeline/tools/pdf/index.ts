/**
 * The PDF finisher: what Chromium leaves out of a tagged PDF, put in; and a look into a PDF, for tests and
 * for the report of a build. This folder is the one importer of @cantoo/pdf-lib: load it when needed.
 */
export { type PdfFigures, tryFigure } from './figures.ts'
export { type FinishedPdf, type Finishing, finishPdf } from './finish.ts'
export { inspectPdf, type PdfFacts, type PdfFont } from './inspect.ts'
export type { PdfMetadata } from './metadata.ts'
