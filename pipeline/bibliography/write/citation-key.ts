/**
 * A key for a work: family name of the first author, year, first word of the title, in ASCII: `snow1855mode`.
 * A key that is in use gets a letter, then a number.
 */
import type { CslItem } from '../../model/csl.ts'

/** First words that say nothing: articles and prepositions of the languages that titles are mostly in. */
const smallWords = new Set(
  `a an the and at by for from in of on to with about
   der die das ein eine zur zum von über le la les un une des de du el los las una il lo gli het een`.split(
    /\s+/,
  ),
)

/** What Unicode does not take apart. */
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

/** `taken`: the keys of the bibliography; capitals do not tell keys apart. */
export function citationKey(item: Omit<CslItem, 'id'>, taken: Iterable<string>): string {
  const [person] = item.author ?? item.editor ?? []
  const family = ascii(person?.family ?? person?.literal ?? '')
  const year = String(item.issued?.['date-parts']?.[0]?.[0] ?? '')
  const words = (item.title ?? '')
    .replace(/<[^>]*>/g, '')
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .map(ascii)
  const word = words.find(one => one !== '' && !smallWords.has(one)) ?? ''
  const key = `${family}${year}${word}`.slice(0, 60) || 'work'
  const used = new Set([...taken].map(one => one.toLowerCase()))
  const stem = /^\d*$/.test(key) ? `work${key}` : key
  let free = stem
  for (let count = 1; used.has(free); count += 1) {
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
