/**
 * Lengths as authors write them, `84mm`, `50 %`, `0.5\linewidth`, `400`, → CSS; and factors of a size, `50%`.
 * Other texts give undefined.
 */

const lengthForm = /^(\d*\.?\d+)\s*(%|px|cm|mm|in|pt|pc|em|ex)?$/
/** A part of a line in LaTeX. In a column, `\textwidth` is meant to fill the column, too. */
const partOfLine = /^(\d*\.?\d*)\s*\\+(?:text|line|column|h)(?:width|size)$/

/** A length as CSS. `unit`: the unit of a bare number; pandoc counts pixels. */
export function readLength(value: string, unit: 'px' | 'in' = 'px'): string | undefined {
  const text = unquoted(value)
  const [, part] = partOfLine.exec(text) ?? []
  if (part !== undefined) return percent(part === '' ? 1 : Number(part))
  const [, digits, written] = lengthForm.exec(text) ?? []
  const number = Number(digits)
  if (digits === undefined || !(number > 0)) return undefined
  // A bare number up to 1 cannot mean a part of a pixel; it means a part of the line.
  if (written === undefined && unit === 'px' && number <= 1) return percent(number)
  return `${number}${written ?? unit}`
}

/** Reads a factor: `0.5`, `50%`, or `50`, which is a percentage in reStructuredText. */
export function readScale(value: string): number | undefined {
  const [, digits, sign] = /^(\d*\.?\d+)\s*(%)?$/.exec(unquoted(value)) ?? []
  const number = Number(digits)
  if (digits === undefined || !(number > 0)) return undefined
  return sign !== undefined || number > 10 ? number / 100 : number
}

/** The value without quotation marks around it, which values of chunk options may have. */
function unquoted(value: string): string {
  return value.trim().replace(/^(["'])(.*)\1$/, '$2')
}

function percent(part: number): string | undefined {
  return part > 0 ? `${Number((part * 100).toFixed(3))}%` : undefined
}
