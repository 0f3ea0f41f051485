/**
 * Words of a glossary or a list of acronyms: `\gls{cpu}`, `\ac{CPU}` and their kin. The short form is
 * printed, where `\newacronym{cpu}{CPU}{central processing unit}` gives one, and else the key.
 */
import type { PhrasingContent } from 'mdast'
import type { Call } from '../latex-grammar/call.ts'
import type { PlacedText } from '../latex-grammar/placed-text.ts'
import type { Acronym, LatexReader } from './reader.ts'

const definitions = /\\newacronym(?:\[[^\]]*\])?\{([^{}]+)\}\{([^{}]+)\}\{([^{}]+)\}/g

export function acronymsIn(text: string): readonly (readonly [key: string, acronym: Acronym])[] {
  return [...text.matchAll(definitions)].map(
    ([, key = '', short = '', long = '']) =>
      [key.trim(), { short: short.trim(), long: long.trim() }] as const,
  )
}

export function glossaryWord(
  key: PlacedText,
  { name, position }: Call,
  reader: LatexReader,
): PhrasingContent[] {
  const known = reader.acronyms.get(key.text.trim())
  const short = known?.short ?? key.text.trim()
  const plural = /(?:p|pl)$/.test(name) ? 's' : ''
  const text = (words: string) =>
    ({ type: 'text', value: `${capital(words, name)}${plural}`, position }) as const
  if (!known) return [text(short)]
  if (/^(?:acrlong|aclp?)$/.test(name)) return [text(known.long)]
  if (/^(?:acrfull|acfp?)$/.test(name)) return [text(`${known.long} (${short})`)]
  return [{ type: 'abbreviation', title: known.long, children: [text(short)], position }]
}

function capital(words: string, name: string): string {
  if (name === 'GLS') return words.toUpperCase()
  return /^[A-Z]/.test(name) ? words.charAt(0).toUpperCase() + words.slice(1) : words
}
