/**
 * Finds table columns that contain only numbers, and splits each number at its decimal mark. Numbers may be
 * written as papers print them: with signs, thousands separators, ±, powers, per cent, a standard error in
 * brackets, or stars of significance. Dashes and similar signs count as missing numbers.
 */
import type { PhrasingContent, TableCell } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'

export interface NumberColumn {
  /** The width of the longest part from the decimal mark on, in widths of a digit; 0 for whole numbers. */
  readonly room: number
  /** The parts of each cell's number. A cell with a missing number has no entry. */
  readonly parts: ReadonlyMap<TableCell, NumberParts>
}

interface NumberParts {
  /** The text before the decimal mark. */
  readonly whole: string
  /** The text from the decimal mark on. */
  readonly rest: string
}

const digits = String.raw`\d{1,3}(?:[ '\u2009\u202f\u00a0]\d{3})+|\d+`
const exponent = String.raw`(?:\s?[×x·]\s?10|[eE])[+\-−–]?[\d⁰¹²³⁴-⁹⁻]*`
const amount = (mark: string, thousands: string) =>
  String.raw`[+\-−–±]?\s?(?:\d{1,3}(?:${thousands}\d{3})+|${digits}|(?=${mark}\d))(?:${mark}\d*)?(?:${exponent})?`
const pattern = (mark: string, thousands: string) => {
  const number = amount(mark, thousands)
  const deviation = String.raw`\s?%?(?:\s?±\s?${number}%?)?`
  const bracketed = String.raw`(?:\s?[(\[]\s?${number}%?(?:\s?[,;–-]\s?${number}%?)?\s?[)\]])?`
  const unitAndStars = String.raw`\s?(?:[°‰]C?|°F)?\s?[*∗†‡§⁎]{0,4}`
  const tail = deviation + bracketed + unitAndStars
  return new RegExp(String.raw`^([(\[]?[<>≈~≤≥=]?\s?)${number}${tail}[)\]]?$`, 'u')
}

const pointed = pattern('[.·]', ',')
const commaed = pattern(',', String.raw`\.`)
const missing = /^(?:[-–—−.…/]|N\/?A|NaN|n\.?\s?[ars]\.?|n\/a)?$/i

/**
 * The numbers of a table column, split at the decimal mark. Undefined if a cell contains anything but a
 * number, or if there are no numbers at all.
 */
export function numberColumn(cells: readonly TableCell[]): NumberColumn | undefined {
  const texts = cells.map(cell => [cell, alignableText(cell)] as const)
  if (texts.some(([, text]) => text === undefined)) return undefined
  const filled = texts.flatMap(([, text]) => (text === undefined || missing.test(text) ? [] : [text]))
  if (filled.length === 0) return undefined
  const mark = [
    { form: pointed, sign: /[.·]/ },
    { form: commaed, sign: /,/ },
  ].find(({ form }) => filled.every(text => form.test(text)))
  if (!mark) return undefined
  const parts = new Map(
    texts.flatMap(([cell, text = '']) =>
      missing.test(text) ? [] : [[cell, splitNumber(text, mark.sign)] as const],
    ),
  )
  return { parts, room: Math.max(...[...parts.values()].map(({ rest }) => widthOf(rest))) }
}

/**
 * Whether a cell is a number with more than digits. In text from right to left `-5` would be shown as `5-`.
 */
export function isSigned(cell: TableCell): boolean {
  const text = plainCellText(cell)
  if (text === undefined || /^[\d.,]*$/.test(text)) return false
  return pointed.test(text) || commaed.test(text)
}

/**
 * Splits a number at the first decimal mark after its first digits or, without such a mark, after these
 * digits.
 */
function splitNumber(text: string, sign: RegExp): NumberParts {
  const [first = ''] =
    new RegExp(String.raw`^[^\d]*?(?:\d|(?=${sign.source}\d))(?:[\d '\u2009\u202f\u00a0]*\d)?`).exec(text) ??
    []
  let end = first.length
  // Thousands separators belong to the whole number: commas if the decimal mark is a point, points otherwise.
  const other = sign.source === ',' ? /^(?:\.\d{3})+(?!\d)/ : /^(?:,\d{3})+(?!\d)/
  end += other.exec(text.slice(end))?.[0].length ?? 0
  return { whole: text.slice(0, end), rest: text.slice(end) }
}

/**
 * The text of a cell that may be bold or italic. Undefined if the cell has other content, spans columns or
 * has an alignment.
 */
function alignableText(cell: TableCell): string | undefined {
  const { columns = 1, align } = cell.data ?? {}
  return columns > 1 || align ? undefined : plainCellText(cell)
}

function plainCellText({ children }: TableCell): string | undefined {
  const [first] = children
  if (children.length > 1) return undefined
  if (first === undefined) return ''
  return isText(first) ? plainText(first).trim() : undefined
}

function isText(node: PhrasingContent): boolean {
  if (node.type === 'text') return true
  return (node.type === 'strong' || node.type === 'emphasis') && node.children.every(isText)
}

/**
 * The width of `text` in widths of a digit. It is generous, as too long a part would push the other cells.
 */
function widthOf(text: string): number {
  let width = 0
  for (const character of text) {
    if (/[\d*∗†‡]/.test(character)) width += 1
    else if (/[.,·'\s]/.test(character)) width += 0.55
    else if (/[()[\];]/.test(character)) width += 0.8
    else width += 1.7
  }
  return Math.ceil(width * 20) / 20
}
