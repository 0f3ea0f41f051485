/**
 * Markers that begin an item and are not part of CommonMark: `:` and `~` for a description; `a.`, `(iv)`,
 * `B)` and `#.` for a list item (pandoc's "fancy_lists"); `(@good)` for an example. Examples are numbered
 * through the whole text (pandoc's "example_lists").
 */
import type { ListNumbering } from '../../../model/mdast.ts'

/** One way to read the marker of a list item or an example. */
export interface ItemMarker {
  readonly style: ListNumbering['style']
  readonly delimiter: ListNumbering['delimiter']
  /**
   * The number that the marker stands for: 3 for `c.`. Examples and `#.` have none: they take the next
   * number.
   */
  readonly value?: number
  /** Label of an example: `good` for `(@good)`. */
  readonly label?: string
}

/** Whether a marker, without the space after it, begins a description: `:` or `~`. */
export function isDescriptionMarker(marker: string): boolean {
  return marker === ':' || marker === '~'
}

/**
 * The ways to read a marker, likeliest first: `i)` is the Roman number 1 or the ninth letter. The other
 * markers of the list decide (`normalize/numbered-list.ts`). Empty if the text is not a marker, and for `1.`
 * and `1)`, which CommonMark reads.
 */
export function itemMarkers(marker: string): readonly ItemMarker[] {
  const match = /^(?<open>\(?)(?<body>#|@[\p{L}\p{N}_-]*|[A-Za-z]+|\d{1,9})(?<close>[.)])$/u.exec(marker)
  if (!match?.groups) return []
  const { open, body = '', close } = match.groups
  if (open === '(' && close !== ')') return []
  const delimiter = open === '(' ? 'parentheses' : close === ')' ? 'parenthesis' : 'period'
  if (body.startsWith('@')) {
    // Without an opening parenthesis, `@key.` is a citation at the end of a sentence.
    if (open !== '(') return []
    return [{ style: 'example', delimiter, ...(body.length > 1 && { label: body.slice(1) }) }]
  }
  if (body === '#') return [{ style: 'decimal', delimiter }]
  if (/^\d/.test(body)) return open === '(' ? [{ style: 'decimal', delimiter, value: Number(body) }] : []
  const isLower = body === body.toLowerCase()
  if (!isLower && body !== body.toUpperCase()) return []
  const prefix = isLower ? 'lower' : 'upper'
  const letter = body.length === 1 ? body.toLowerCase().charCodeAt(0) - 96 : undefined
  const roman = romanValue(body.toLowerCase())
  const readings: ItemMarker[] = []
  if (letter !== undefined) readings.push({ style: `${prefix}-alpha`, delimiter, value: letter })
  if (roman !== undefined) readings.push({ style: `${prefix}-roman`, delimiter, value: roman })
  // `i` is more likely a Roman numeral, every other single letter more likely a letter, as in pandoc.
  return body.toLowerCase() === 'i' ? readings.toReversed() : readings
}

/** Roman numerals, largest first. The value of a number is the sum of its numerals. */
const romanNumerals = [
  ['m', 1000],
  ['cm', 900],
  ['d', 500],
  ['cd', 400],
  ['c', 100],
  ['xc', 90],
  ['l', 50],
  ['xl', 40],
  ['x', 10],
  ['ix', 9],
  ['v', 5],
  ['iv', 4],
  ['i', 1],
] as const

/** The value of a Roman number in lower case. Undefined for other text. */
function romanValue(text: string): number | undefined {
  let rest = text
  let value = 0
  for (const [numeral, worth] of romanNumerals) {
    for (let times = 0; times < 3 && rest.startsWith(numeral); times++) {
      rest = rest.slice(numeral.length)
      value += worth
    }
  }
  return rest === '' && value > 0 ? value : undefined
}
