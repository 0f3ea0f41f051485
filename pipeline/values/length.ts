/**
 * Lengths as authors write them → CSS: `84mm`, `50 %`, `0.5\linewidth`, `400`, and factors of a size: `50%`.
 * Undefined for what is none.
 */

const LENGTH = /^(\d*\.?\d+)\s*(%|px|cm|mm|in|pt|pc|em|ex)?$/
/** Of a line, as LaTeX has it. In a column, `\textwidth` too is meant to fill what there is. */
const OF_LINE = /^(\d*\.?\d*)\s*\\+(?:text|line|column|h)(?:width|size)$/

/** `unit`: of a bare number; pandoc counts pixels. */
export function readLength(said: string, unit: 'px' | 'in' = 'px'): string | undefined {
  const text = unquoted(said)
  const [, part] = OF_LINE.exec(text) ?? []
  if (part !== undefined) return percent(part === '' ? 1 : Number(part))
  const [, digits, own] = LENGTH.exec(text) ?? []
  const number = Number(digits)
  if (digits === undefined || !(number > 0)) return undefined
  // Nobody wants a part of a pixel: it is a part of the line.
  if (own === undefined && unit === 'px' && number <= 1) return percent(number)
  return `${number}${own ?? unit}`
}

/** `0.5`, `50%`, and `50`, which reStructuredText means as percent. */
export function readScale(said: string): number | undefined {
  const [, digits, sign] = /^(\d*\.?\d+)\s*(%)?$/.exec(unquoted(said)) ?? []
  const number = Number(digits)
  if (digits === undefined || !(number > 0)) return undefined
  return sign !== undefined || number > 10 ? number / 100 : number
}

/** As values of chunk options arrive. */
function unquoted(said: string): string {
  return said.trim().replace(/^(["'])(.*)\1$/, '$2')
}

function percent(part: number): string | undefined {
  return part > 0 ? `${Number((part * 100).toFixed(3))}%` : undefined
}
