/**
 * The only importer of @embedpdf/pdfium, Chromium's PDF engine as WebAssembly. It reads a page of an author's
 * PDF file as pixels for the screen and as a clean single-page file for the printed edition. A hostile file
 * can harm only the memory of the engine, which is discarded afterwards.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium'
import { encodePng, type Pixels } from '../pictures/encode-png.ts'

interface PdfPage {
  /** The size of the page as shown, cropped and turned, in pt. */
  readonly width: number
  readonly height: number
  readonly png: Uint8Array
  /** A PDF of only this page, repaired and not encrypted. */
  readonly alone: Uint8Array
}

/** Why a page cannot be read. `password`: the file is encrypted with a password. */
export type PdfProblem =
  | { readonly problem: 'password' | 'broken' }
  | { readonly problem: 'no-such-page'; readonly pages: number }

export interface PdfReader {
  /** Reads a page. `number`: from 1. */
  readPage(data: Uint8Array, number: number): PdfPage | PdfProblem
  /** A page as pixels. `number`: from 1. `height`: in pixels. */
  drawPage(data: Uint8Array, number: number, height: number): Pixels | PdfProblem
}

/** Values of FPDF_GetLastError for encrypted files: password needed (4), unknown encryption (5). */
const passwordErrors: ReadonlySet<number> = new Set([4, 5])
/** PDFium's flag FLAT_PRINT: annotations are flattened as they are printed. */
const asPrinted = 1
/** PDFium's bitmap format FPDFBitmap_BGRx. */
const bgrx = 3

/** About three dots to a CSS px, and at most what a column of the web edition can show. */
const screenSize = { dotsPerPoint: 4, width: 1600, height: 2400 }

export async function pdfReader(): Promise<PdfReader> {
  const wasm = readFileSync(createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm'))
  const module = await init({ wasmBinary: new Uint8Array(wasm).buffer })
  module.PDFiumExt_Init()
  return {
    readPage: (data, number) =>
      openPage(module, { data, number }, ({ page, document, width, height }) => {
        const scale = Math.min(screenSize.dotsPerPoint, screenSize.width / width, screenSize.height / height)
        const pixels = photograph(module, page, { width: width * scale, height: height * scale })
        const alone = pixels && extract(module, document, number)
        return pixels && alone && { width, height, png: encodePng(pixels), alone }
      }),
    drawPage: (data, number, pixelHeight) =>
      openPage(module, { data, number }, ({ page, width, height }) =>
        photograph(module, page, { width: (width * pixelHeight) / height, height: pixelHeight }),
      ),
  }
}

interface OpenPage {
  readonly document: number
  readonly page: number
  /** The size of the page in pt. */
  readonly width: number
  readonly height: number
}

/**
 * Opens a page, calls `use` with it and closes it. `use` returns undefined for a page that cannot be used.
 */
function openPage<Result>(
  module: WrappedPdfiumModule,
  { data, number }: { readonly data: Uint8Array; readonly number: number },
  use: (page: OpenPage) => Result | undefined,
): Result | PdfProblem {
  try {
    return useOpenPage(module, data, number, use)
  } catch (error) {
    // A file made the engine fail. Our own mistakes throw errors of other classes.
    if (error instanceof WebAssembly.RuntimeError) return { problem: 'broken' }
    throw error
  }
}

function useOpenPage<Result>(
  module: WrappedPdfiumModule,
  data: Uint8Array,
  number: number,
  use: (page: OpenPage) => Result | undefined,
): Result | PdfProblem {
  const { wasmExports } = module.pdfium
  const at = wasmExports.malloc(data.length)
  heapOf(module).set(data, at)
  const document = module.FPDF_LoadMemDocument(at, data.length, '')
  try {
    if (document === 0) {
      return { problem: passwordErrors.has(module.FPDF_GetLastError()) ? 'password' : 'broken' }
    }
    const pages = module.FPDF_GetPageCount(document)
    if (number > pages || number < 1)
      return pages === 0 ? { problem: 'broken' } : { problem: 'no-such-page', pages }
    flatten(module, document, number)
    const page = module.FPDF_LoadPage(document, number - 1)
    if (page === 0) return { problem: 'broken' }
    const width = module.FPDF_GetPageWidthF(page)
    const height = module.FPDF_GetPageHeightF(page)
    const result = width > 0 && height > 0 ? use({ document, page, width, height }) : undefined
    module.FPDF_ClosePage(page)
    return result ?? { problem: 'broken' }
  } finally {
    if (document !== 0) module.FPDF_CloseDocument(document)
    wasmExports.free(at)
  }
}

/** Makes annotations a part of the page. */
function flatten(module: WrappedPdfiumModule, document: number, number: number): void {
  const page = module.FPDF_LoadPage(document, number - 1)
  if (page === 0) return
  module.FPDFPage_Flatten(page, asPrinted)
  module.FPDF_ClosePage(page)
}

function photograph(
  module: WrappedPdfiumModule,
  page: number,
  { width, height }: { readonly width: number; readonly height: number },
): Pixels | undefined {
  const size = { width: Math.max(1, Math.round(width)), height: Math.max(1, Math.round(height)) }
  const bitmap = module.FPDFBitmap_CreateEx(size.width, size.height, bgrx, 0, 0)
  if (bitmap === 0) return undefined
  module.FPDFBitmap_FillRect(bitmap, 0, 0, size.width, size.height, 0xffffffff)
  module.FPDF_RenderPageBitmap(bitmap, page, 0, 0, size.width, size.height, 0, 0)
  const stride = module.FPDFBitmap_GetStride(bitmap)
  const from = module.FPDFBitmap_GetBuffer(bitmap)
  const heap = heapOf(module)
  const data = new Uint8Array(size.width * size.height * 3)
  for (let row = 0, to = 0; row < size.height; row++) {
    for (let column = 0, at = from + row * stride; column < size.width; column++, at += 4, to += 3) {
      data[to] = heap[at + 2] ?? 0
      data[to + 1] = heap[at + 1] ?? 0
      data[to + 2] = heap[at] ?? 0
    }
  }
  module.FPDFBitmap_Destroy(bitmap)
  return { ...size, channels: 3, data }
}

function extract(module: WrappedPdfiumModule, document: number, number: number): Uint8Array | undefined {
  const alone = module.FPDF_CreateNewDocument()
  const writer = module.PDFiumExt_OpenFileWriter()
  try {
    const isCopied = module.FPDF_ImportPages(alone, document, String(number), 0)
    if (!isCopied || module.PDFiumExt_SaveAsCopy(alone, writer) === 0) return undefined
    const length = module.PDFiumExt_GetFileWriterSize(writer)
    const at = module.pdfium.wasmExports.malloc(length)
    module.PDFiumExt_GetFileWriterData(writer, at, length)
    const bytes = heapOf(module).slice(at, at + length)
    module.pdfium.wasmExports.free(at)
    return bytes
  } finally {
    module.PDFiumExt_CloseFileWriter(writer)
    module.FPDF_CloseDocument(alone)
  }
}

/**
 * The memory of the engine. Ask for it again after every call, because it is another array when it has grown.
 */
function heapOf({ pdfium }: WrappedPdfiumModule): Uint8Array {
  // The cast adds Emscripten's view of the memory, which the package's types leave out.
  return (pdfium as typeof pdfium & { readonly HEAPU8: Uint8Array }).HEAPU8
}
