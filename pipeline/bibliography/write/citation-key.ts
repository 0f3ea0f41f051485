/**
 * A work → its citation key in ASCII: family name of the first author, year, first word of the title
 * (`snow1855mode`). If the key is already in use, a letter is added; after 26 letters, a number.
 */
import type { CslItem } from '../../model/csl.ts'

/**
 * Articles and prepositions, which are skipped at the beginning of a title, in the most frequent languages.
 */
const smallWords = new Set(
  `a an the and at by for from in of on to with about
   der die das ein eine zur zum von über le la les un une des de du el los las una il lo gli het een`.split(
    /\s+/,
  ),
)

/** Letters that Unicode normalisation does not decompose into ASCII → their usual spelling. */
const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
}

/**
 * Makes a citation key for a work. `taken`: the keys that are in use. Keys that differ only in capitals count
 * as the same.
 */
export function citationKey(item: Omit<CslItem, 'id'>, taken: Iterable<string>): string {
  const [person] = item.author ?? item.editor ?? []
  const family = ascii(person?.family ?? person?.literal ?? '')
  const year = String(item.issued?.['date-parts']?.[0]?.[0] ?? '')
  const words = (item.title ?? '')
    .replace(/<[^>]*>/g, '')
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .map(ascii)
  const word = words.find(candidate => candidate !== '' && !smallWords.has(candidate)) ?? ''
  const key = `${family}${year}${word}`.slice(0, 60) || 'work'
  const used = new Set([...taken].map(takenKey => takenKey.toLowerCase()))
  const stem = /^\d*$/.test(key) ? `work${key}` : key
  let free = stem
  for (let count = 1; used.has(free); count++) {
    free = `${stem}${count <= 26 ? String.fromCharCode(96 + count) : `-${count}`}`
  }
  return free
}

function ascii(text: string): string {
  return text
    .toLowerCase()
    .replace(/[ßæœøłđðþı]/g, letter => letters[letter] ?? '')
    .normalize('NFKD')
    .replace(/[^a-z0-9]/g, '')
}
