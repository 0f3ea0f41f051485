/**
 * Characters that no font has are reported, each once, at its first place in the manuscript. Without the
 * fonts for Chinese, Japanese and Korean, all characters of these scripts have one message.
 */
import type { Point } from 'unist'
import type { VFile } from 'vfile'
import { report } from '../model/diagnostics.ts'
import { eastAsianPackage, hasEastAsianFonts } from '../tools/fonts/font-package.ts'

const eastAsian =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\u3000-\u303F\uFF00-\uFFEF]/u

/** `hasEastAsian`: whether the fonts for Chinese, Japanese and Korean are installed. */
export function reportMissingGlyphs(
  file: VFile,
  missing: ReadonlySet<number>,
  hasEastAsian = missing.size === 0 || hasEastAsianFonts(),
): void {
  const characters = Array.from(missing, point => String.fromCodePoint(point))
  const isLeftOut = (character: string) => !hasEastAsian && eastAsian.test(character)
  reportLeftOut(file, characters.filter(isLeftOut))
  for (const character of characters.filter(other => !isLeftOut(other))) {
    report(file, 'glyph-missing', {
      reason: `Missing glyph for \`${character}\` (${codePointName(character)}): it is in none of the fonts`,
      place: firstPlace(String(file), character),
      note: 'Write it in other characters, or as a picture. A journal may name a font that has it.',
    })
  }
}

/** Reports characters whose fonts are in a package that is not installed. */
function reportLeftOut(file: VFile, characters: readonly string[]): void {
  const [first, ...others] = inOrder(characters, String(file))
  if (first === undefined) return
  const more = others.length > 0 ? ` and ${others.length} more characters` : ''
  report(file, 'glyph-missing', {
    reason: `Missing glyph for \`${first}\` (${codePointName(first)})${more}: the fonts for Chinese, Japanese and Korean are not installed`,
    place: firstPlace(String(file), first),
    note: `They are a package of their own: \`npm install ${eastAsianPackage}\`.`,
  })
}

/** `U+4E2D` */
function codePointName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}

/** The characters in the order in which the source has them first; those that it does not have come last. */
function inOrder(characters: readonly string[], source: string): readonly string[] {
  const placeOf = (character: string) => {
    const offset = source.indexOf(character)
    return offset < 0 ? source.length : offset
  }
  const places = characters.map(character => ({ character, place: placeOf(character) }))
  return places.toSorted((a, b) => a.place - b.place).map(({ character }) => character)
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
