/**
 * Whether a typed number means the printed one, although it may have another form: "2.1" agrees with `II-A`,
 * "TABLE II" with `2`, "A." before a heading with `3.1`.
 */
import { printedCount } from '../../values/printed-count.ts'

export function agrees(typed: string, printed: string): boolean {
  if (typed === printed) return true
  const [typedParts, printedParts] = [partsOf(typed), partsOf(printed)]
  if (typedParts.length === 0 || typedParts.length > printedParts.length) return false
  // Letters and Roman numerals before headings are often the last part of the number alone.
  const isLast = typedParts.length === 1 && !/\d/.test(typed)
  if (!isLast && typedParts.length !== printedParts.length) return false
  const others = printedParts.slice(-typedParts.length)
  return typedParts.every((part, index) =>
    countsOf(part).some(n => countsOf(others[index] ?? '').includes(n)),
  )
}

/** "III-A1" → III, A, 1. */
function partsOf(number: string): readonly string[] {
  return number.match(/\p{L}+|\d+/gu) ?? []
}

/** The counts that a part may mean: `C` is the third letter, or a hundred. */
function countsOf(part: string): readonly number[] {
  if (/^\d+$/.test(part)) return [Number(part)]
  const form = part.toLowerCase()
  return Array.from({ length: 100 }, (_, index) => index + 1).filter(
    count => printedCount(count, 'roman') === form || printedCount(count, 'alpha') === form,
  )
}
