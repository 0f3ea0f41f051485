/**
 * A hand in the browser: sets formulas in bold text, such as titles, with the bold letters of Unicode. The
 * font for mathematics has one weight; a browser would only smear it.
 *   <h1> … <mi>x</mi>  →  <mi>𝒙</mi>
 */
import type { boldAlphabets } from '../../values/bold-letters.ts'
import type { Dom } from './dom.ts'

export function setBoldFormulas(dom: Dom, alphabets: typeof boldAlphabets): void {
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
