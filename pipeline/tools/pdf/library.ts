/**
 * The only importer of @cantoo/pdf-lib. The package offers hundreds of small modules (200 ms to load) and the
 * same in one minified file in `dist/` (55 ms). A build starts cold, so the one file is loaded. Its classes
 * are exported with their types; the version is pinned.
 */
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type * as PdfLib from '@cantoo/pdf-lib'

const require = createRequire(import.meta.url)
const bundle = join(dirname(require.resolve('@cantoo/pdf-lib')), '..', 'dist', 'pdf-lib.min.js')
// The cast is safe: the bundle is made from the modules that the types describe.
const library = require(bundle) as typeof PdfLib

export const PDFArray = library.PDFArray
export const PDFDict = library.PDFDict
export const PDFDocument = library.PDFDocument
export const PDFHexString = library.PDFHexString
export const PDFName = library.PDFName
export const PDFObjectCopier = library.PDFObjectCopier
export const PDFRawStream = library.PDFRawStream
export const PDFString = library.PDFString
export const ParseSpeeds = library.ParseSpeeds
export const decodePDFRawStream: typeof PdfLib.decodePDFRawStream = library.decodePDFRawStream

export type PDFDict = PdfLib.PDFDict
export type PDFDocument = PdfLib.PDFDocument
export type PDFObject = PdfLib.PDFObject
export type PDFRawStream = PdfLib.PDFRawStream
