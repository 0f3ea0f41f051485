/** Counts as they are printed: 4 → `4`, `iv`, `IV`, `d` or `D`. */

export const countFormats = ['decimal', 'roman', 'Roman', 'alpha', 'Alpha'] as const

export type CountFormat = (typeof countFormats)[number]

/** Prints a count from 1 on. Letters go on with `aa` after `z`, as in spreadsheets. */
export function printedCount(count: number, format: CountFormat): string {
  switch (format) {
    case 'decimal':
      return String(count)
    case 'roman':
      return romanOf(count).toLowerCase()
    case 'Roman':
      return romanOf(count)
    case 'alpha':
      return lettersOf(count)
    case 'Alpha':
      return lettersOf(count).toUpperCase()
  }
}

const romanSteps: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

function romanOf(count: number): string {
  const step = romanSteps.find(([value]) => value <= count)
  return step ? step[1] + romanOf(count - step[0]) : ''
}

function lettersOf(count: number): string {
  if (count < 1) return ''
  return lettersOf(Math.floor((count - 1) / 26)) + String.fromCharCode(97 + ((count - 1) % 26))
}
