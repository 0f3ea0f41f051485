/**
 * A hand in the browser: sets formulas in bold text, such as titles, with the bold letters of Unicode. The
 * font for mathematics has one weight; a browser would only smear it.
 *   <h1> … <mi>x</mi>  →  <mi>𝒙</mi>
 */
import type { Dom } from './dom.ts'

export function setBoldFormulas(dom: Dom): void {
  /** Letters and digits in a row → the first of their bold forms, upright and italic. */
  const alphabets = [
    { first: 'A', last: 'Z', upright: 0x1d400, italic: 0x1d468 },
    { first: 'a', last: 'z', upright: 0x1d41a, italic: 0x1d482 },
    { first: 'Α', last: 'Ω', upright: 0x1d6a8, italic: 0x1d71c },
    { first: 'α', last: 'ω', upright: 0x1d6c2, italic: 0x1d736 },
    { first: '0', last: '9', upright: 0x1d7ce, italic: 0x1d7ce },
  ]
  const boldOf = (character: string, isItalic: boolean): string => {
    const row = alphabets.find(({ first, last }) => character >= first && character <= last)
    if (!row || character.length > 1) return character
    const start = isItalic ? row.italic : row.upright
    return String.fromCodePoint(start + character.charCodeAt(0) - row.first.charCodeAt(0))
  }
  const boldest = 600
  for (const math of dom.all('math')) {
    const weight = Number(getComputedStyle(math.parentElement ?? math).fontWeight)
    if (weight < boldest) continue
    for (const token of Array.from(math.querySelectorAll('mi, mn, mtext'))) {
      const characters = Array.from(token.textContent ?? '')
      const isItalic =
        token.tagName === 'mi' && characters.length === 1 && token.getAttribute('mathvariant') !== 'normal'
      token.textContent = characters.map(character => boldOf(character, isItalic)).join('')
    }
  }
}
