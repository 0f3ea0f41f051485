/** Reads the characters of a PDF and their ink boxes with PDFium, formula by formula. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { init } from '@embedpdf/pdfium'
import type { Glyph } from './formula.ts'

/** Invisible operators and joiners. */
const unseen = /^[\u2060-\u2064]$/

interface PageCharacter {
  readonly text: string
  readonly size: number
  readonly page: number
  /** The ink box in pt. */
  readonly box: {
    readonly left: number
    readonly right: number
    readonly bottom: number
    readonly top: number
  }
  readonly origin: { readonly x: number; readonly y: number }
}

/**
 * The characters between each mark `§1¶` and the mark `§0¶` after it. They are measured in em of the mark,
 * from its last character. Generated characters, such as line ends, are left out, and so is white space.
 */
export async function glyphsByFormula(
  pdf: Uint8Array,
  count: number,
): Promise<readonly (readonly Glyph[])[]> {
  const formulas: Glyph[][] = Array.from({ length: count }, () => [])
  let current: { readonly glyphs: Glyph[]; readonly mark: PageCharacter } | undefined
  let number: string | undefined
  for (const character of await charactersOf(pdf)) {
    if (character.text === '§') number = ''
    else if (character.text === '¶') {
      const glyphs = formulas[Number(number) - 1]
      current = glyphs && { glyphs, mark: character }
      number = undefined
    } else if (number !== undefined) number += character.text
    else if (current && !unseen.test(character.text)) current.glyphs.push(relative(character, current.mark))
  }
  return formulas
}

function relative({ text, box }: PageCharacter, { size, origin }: PageCharacter): Glyph {
  return {
    text,
    left: (box.left - origin.x) / size,
    right: (box.right - origin.x) / size,
    bottom: (box.bottom - origin.y) / size,
    top: (box.top - origin.y) / size,
  }
}

async function charactersOf(pdf: Uint8Array): Promise<PageCharacter[]> {
  const wasm = readFileSync(createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm'))
  const engine = await init({ wasmBinary: new Uint8Array(wasm).buffer })
  engine.PDFiumExt_Init()
  // The cast adds Emscripten's view of the memory, which the package's types leave out.
  const pdfium = engine.pdfium as typeof engine.pdfium & { readonly HEAPU8: Uint8Array }
  const { malloc } = pdfium.wasmExports
  const file = malloc(pdf.length)
  pdfium.HEAPU8.set(pdf, file)
  const document = engine.FPDF_LoadMemDocument(file, pdf.length, '')
  const at = malloc(32)
  const number = (index: number) => new DataView(pdfium.HEAPU8.buffer).getFloat64(at + 8 * index, true)
  const characters: PageCharacter[] = []
  for (let index = 0; index < engine.FPDF_GetPageCount(document); index++) {
    const page = engine.FPDF_LoadPage(document, index)
    const text = engine.FPDFText_LoadPage(page)
    const count = engine.FPDFText_CountChars(text)
    let high = 0
    for (let character = 0; character < count; character++) {
      const unit = engine.FPDFText_GetUnicode(text, character)
      if (unit >= 0xd800 && unit < 0xdc00) {
        high = unit
        continue
      }
      const point = high > 0 ? 0x10000 + (high - 0xd800) * 0x400 + (unit - 0xdc00) : unit
      high = 0
      const value = String.fromCodePoint(point)
      if (engine.FPDFText_IsGenerated(text, character) === 1 || /\s/.test(value)) continue
      const size = engine.FPDFText_GetFontSize(text, character)
      engine.FPDFText_GetMatrix(text, character, at)
      const scale = Math.abs(new DataView(pdfium.HEAPU8.buffer).getFloat32(at + 12, true))
      engine.FPDFText_GetCharBox(text, character, at, at + 8, at + 16, at + 24)
      const box = { left: number(0), right: number(1), bottom: number(2), top: number(3) }
      engine.FPDFText_GetCharOrigin(text, character, at, at + 8)
      const origin = { x: number(0), y: number(1) }
      characters.push({ text: value, size: size * scale, page: index, box, origin })
    }
    engine.FPDFText_ClosePage(text)
    engine.FPDF_ClosePage(page)
  }
  engine.FPDF_CloseDocument(document)
  return characters
}
