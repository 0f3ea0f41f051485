/** The bold letters and digits of Unicode, for formulas: a font for mathematics has one weight. */

interface BoldAlphabet {
  /** The first and the last of characters that follow each other. */
  readonly first: string
  readonly last: string
  /** Code points of the first bold character, upright and italic. */
  readonly upright: number
  readonly italic: number
}

export const boldAlphabets: readonly BoldAlphabet[] = [
  { first: 'A', last: 'Z', upright: 0x1d400, italic: 0x1d468 },
  { first: 'a', last: 'z', upright: 0x1d41a, italic: 0x1d482 },
  { first: 'Α', last: 'Ω', upright: 0x1d6a8, italic: 0x1d71c },
  { first: 'α', last: 'ω', upright: 0x1d6c2, italic: 0x1d736 },
  { first: '0', last: '9', upright: 0x1d7ce, italic: 0x1d7ce },
]

/** The text with bold letters and digits. Other characters stay. */
export function boldText(text: string, isItalic: boolean): string {
  return Array.from(text, character => {
    const row = boldAlphabets.find(({ first, last }) => character >= first && character <= last)
    if (!row || character.length > 1) return character
    const start = isItalic ? row.italic : row.upright
    return String.fromCodePoint(start + character.charCodeAt(0) - row.first.charCodeAt(0))
  }).join('')
}
