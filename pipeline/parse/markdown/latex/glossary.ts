/**
 * Commands that print a word of a glossary or a list of acronyms, such as `\gls{cpu}` and `\ac{CPU}` → the
 * short form, the long form or both, from `\newacronym{cpu}{CPU}{central processing unit}`. Without such a
 * definition the key is printed.
 */
import type { PhrasingContent } from 'mdast'
import type { Call } from '../latex-grammar/call.ts'
import type { PlacedText } from '../latex-grammar/placed-text.ts'
import type { Acronym, LatexReader } from './reader.ts'

const definitions = /\\newacronym(?:\[[^\]]*\])?\{([^{}]+)\}\{([^{}]+)\}\{([^{}]+)\}/g

/** The acronyms that `\newacronym` defines in a text, by key. */
export function acronymsIn(text: string): readonly (readonly [key: string, acronym: Acronym])[] {
  return [...text.matchAll(definitions)].map(
    ([, key = '', short = '', long = '']) =>
      [key.trim(), { short: short.trim(), long: long.trim() }] as const,
  )
}

/**
 * The word for a key: an `abbreviation` with the long form as its title, or text. The name of the command
 * decides on the form, the plural and the capital letter.
 */
export function glossaryWord(
  key: PlacedText,
  { name, position }: Call,
  reader: LatexReader,
): PhrasingContent[] {
  const acronym = reader.acronyms.get(key.text.trim())
  const short = acronym?.short ?? key.text.trim()
  const plural = /(?:p|pl)$/.test(name) ? 's' : ''
  const text = (words: string) =>
    ({ type: 'text', value: `${capitalized(words, name)}${plural}`, position }) as const
  if (!acronym) return [text(short)]
  if (/^(?:acrlong|aclp?)$/.test(name)) return [text(acronym.long)]
  if (/^(?:acrfull|acfp?)$/.test(name)) return [text(`${acronym.long} (${short})`)]
  return [{ type: 'abbreviation', title: acronym.long, children: [text(short)], position }]
}

/**
 * The words with the capitals that the command asks for: `\Gls` begins with a capital letter, `\GLS` is all
 * capital letters.
 */
function capitalized(words: string, name: string): string {
  if (name === 'GLS') return words.toUpperCase()
  return /^[A-Z]/.test(name) ? words.charAt(0).toUpperCase() + words.slice(1) : words
}
