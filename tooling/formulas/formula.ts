/**
 * A list of formulas: one a line, `display` or `inline` and its TeX. Lines that begin with # are comments.
 */

export interface ListedFormula {
  readonly isDisplay: boolean
  readonly tex: string
}

/** A character on a page of a PDF. Lengths in em of the formula, from the origin of its mark, upwards. */
export interface Glyph {
  readonly text: string
  readonly left: number
  readonly bottom: number
  readonly right: number
  readonly top: number
}

export function readFormulaList(text: string): ListedFormula[] {
  return text
    .split('\n')
    .filter(line => line.trim() !== '' && !line.startsWith('#'))
    .map(line => {
      const [kind, tex] = [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1).trim()]
      if (kind !== 'display' && kind !== 'inline') throw new Error(`Unexpected line in the list: ${line}`)
      return { isDisplay: kind === 'display', tex }
    })
}

/** The mark after each formula. */
export const endMark = '§0¶'

/** The mark before formula `index`, by which its characters are found in the text of a PDF. */
export function markOf(index: number): string {
  return `§${index + 1}¶`
}
