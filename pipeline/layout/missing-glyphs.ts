/** Characters that no font has: reported once each, where the manuscript has them first. */
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
      place: pointOf(source, character),
      note: 'Write it in other characters, or as a picture. A journal may name a font that has it.',
    })
  }
}

/** Undefined for what comes from elsewhere: the bibliography, a character that was written by its number. */
function pointOf(source: string, character: string): Point | undefined {
  const offset = source.indexOf(character)
  if (offset < 0) return undefined
  const before = source.slice(0, offset)
  const lineStart = before.lastIndexOf('\n') + 1
  return { line: before.split('\n').length, column: offset - lineStart + 1, offset }
}
