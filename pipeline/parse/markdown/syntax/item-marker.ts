/**
 * The marks that begin an item beyond CommonMark's lists: `:` and `~` of a description, `a.`, `(iv)`, `B)`,
 * `#.` of a list (pandoc, "fancy_lists"), `(@good)` of the examples that are numbered through the text.
 */
import type { ListNumbering } from '../../../model/mdast.ts'

export interface ItemMarker {
  readonly style: ListNumbering['style']
  readonly delimiter: ListNumbering['delimiter']
  /** What it counts, from 1; undefined for examples and `#`, which take the next number. */
  readonly value?: number
  /** Of an example. */
  readonly label?: string
}

/** `:` or `~`, alone. */
export function isDescriptionMarker(marker: string): boolean {
  return marker === ':' || marker === '~'
}

/**
 * The readings of a marker, likeliest first: `i)` is one or the ninth letter, which the list before it
 * decides. Empty for what is no marker, and for `1.` and `1)`, which are CommonMark's.
 */
export function itemMarkers(marker: string): readonly ItemMarker[] {
  const match = /^(?<open>\(?)(?<body>#|@[\p{L}\p{N}_-]*|[A-Za-z]+|\d{1,9})(?<close>[.)])$/u.exec(marker)
  if (!match?.groups) return []
  const { open, body = '', close } = match.groups
  if (open === '(' && close !== ')') return []
  const delimiter = open === '(' ? 'parentheses' : close === ')' ? 'parenthesis' : 'period'
  if (body.startsWith('@')) {
    // Without parentheses it is a citation at the end of a sentence.
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
  // As in pandoc, only `i` alone is rather a number than a letter.
  return body.toLowerCase() === 'i' ? readings.toReversed() : readings
}

const romans = [
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

/** Undefined for what is not written as Romans wrote it. */
function romanValue(text: string): number | undefined {
  let rest = text
  let value = 0
  for (const [sign, worth] of romans) {
    for (let times = 0; times < 3 && rest.startsWith(sign); times++) {
      rest = rest.slice(sign.length)
      value += worth
    }
  }
  return rest === '' && value > 0 ? value : undefined
}
