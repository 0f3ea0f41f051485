/** ISBNs with a wrong check digit (ISO 2108): ten digits modulo 11, thirteen modulo 10. */
import { sum } from '../../values/sum.ts'
import type { Finding, ReferenceCheck } from './reference-check.ts'
import { variableText } from './variable-text.ts'

export const checkIsbns: ReferenceCheck = ({ works }) =>
  works.flatMap(item =>
    invalidIsbns(variableText(item, 'ISBN')).map(
      (isbn): Finding => ({
        rule: 'isbn-invalid',
        key: item.id,
        variable: 'ISBN',
        reason: /^[\dX-]+$/i.test(isbn)
          ? `Unexpected ISBN \`${isbn}\` of \`${item.id}\`, ${isbnFlaw(isbn)}`
          : `Unexpected ISBN \`${isbn}\` of \`${item.id}\`, expected 10 or 13 digits`,
        note: 'Compare it with the ISBN on the back of the title page.',
      }),
    ),
  )

function isbnFlaw(isbn: string): string {
  const digits = digitsOf(isbn)
  return [10, 13].includes(digits.length)
    ? 'its last digit does not fit the others'
    : `expected 10 or 13 digits and not ${digits.length}`
}

/**
 * The ISBNs of a field that are not valid. A field may have several, separated by commas, semicolons, slashes
 * or spaces, and an ISBN may contain spaces.
 */
function invalidIsbns(field: string): readonly string[] {
  const text = field
    .replace(/ISBN(?:-?1[03])?:?/gi, ' ')
    .replace(/\([^)]*\)/g, ' ')
    .replace(/[‐‑–]/g, '-')
    .trim()
  return text.split(/\s*(?:[,;/]|\band\b)\s*/).flatMap(part => {
    if (part === '' || isIsbn(part)) return []
    const words = part.split(/\s+/)
    const isSpaced = words.length > 1 && words.every(word => digitsOf(word).length < 10)
    return isSpaced ? [part] : words.filter(word => !isIsbn(word))
  })
}

export function isIsbn(text: string): boolean {
  const digits = digitsOf(text)
  if (/^\d{9}[\dX]$/.test(digits)) return weightedSum(digits, index => 10 - index) % 11 === 0
  return /^97[89]\d{10}$/.test(digits) && weightedSum(digits, index => (index % 2 === 0 ? 1 : 3)) % 10 === 0
}

function digitsOf(text: string): string {
  return text.replace(/[-\s]/g, '').toUpperCase()
}

function weightedSum(digits: string, weight: (index: number) => number): number {
  return sum([...digits].map((digit, index) => (digit === 'X' ? 10 : Number(digit)) * weight(index)))
}
