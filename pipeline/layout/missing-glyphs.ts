/** Characters that no font has are reported, each once, at its first place in the manuscript. */
import type { Point } from 'unist'
import type { VFile } from 'vfile'
import { report } from '../model/diagnostics.ts'

export function reportMissingGlyphs(file: VFile, missing: ReadonlySet<number>): void {
  const source = String(file)
  for (const codePoint of missing) {
    const character = String.fromCodePoint(codePoint)
    const name = `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`
    report(file, 'glyph-missing', {
      reason: `Missing glyph for \`${character}\` (${name}): it is in none of the fonts`,
      place: firstPlace(source, character),
      note: 'Write it in other characters, or as a picture. A journal may name a font that has it.',
    })
  }
}

/**
 * The first place of the character. Undefined if the character is not in this source: it may be from the
 * bibliography, or be written as a character reference.
 */
function firstPlace(source: string, character: string): Point | undefined {
  const offset = source.indexOf(character)
  if (offset < 0) return undefined
  const before = source.slice(0, offset)
  const lineStart = before.lastIndexOf('\n') + 1
  return { line: before.split('\n').length, column: offset - lineStart + 1, offset }
}
